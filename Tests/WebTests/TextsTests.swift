import Conversation
import Delivery
import Entitlements
import Gateway
import Storage
import Testing

@testable import Web

struct TextsTests {
    @Test func `every text is there once, in both languages`() {
        let keys = Texts.catalogue.map(\.key)
        #expect(keys.count == Set(keys).count)
        for text in Texts.catalogue {
            #expect(!text.english.isEmpty && !text.chinese.isEmpty, "\(text.key)")
            for place in ["%1", "%2"] {
                #expect(text.english.contains(place) == text.chinese.contains(place), "\(text.key)")
            }
        }
    }

    @Test func `templates show only texts that are there`() {
        let keys = Set(Texts.catalogue.map(\.key))
        for (name, template) in Self.templates {
            for match in template.matches(of: /frame\.t\.([A-Za-z]+)/) {
                #expect(keys.contains(String(match.output.1)), "\(name): \(match.output.1)")
            }
        }
    }

    @Test func `every word of the store that pages show has a text`() {
        let words = Self.wordsOfStaff + Self.wordsOfConversations + Self.wordsOfMessages + Self.wordsOfContent
        for language in ConsoleLanguage.allCases {
            let texts = Texts(language)
            for word in words { #expect(texts.all[word] != nil, "\(word)") }
        }
    }

    @Test func `values stand where the text says`() {
        #expect(
            Texts(.english)["remindersLost", "main#menu", 12]
                == "main#menu: planned reminders that will not be sent: 12")
        #expect(Texts(.chinese)["linkValidity", 72] == "只能用一次，72 小时内有效，以后不再显示。")
    }

    @Test func `a value that says %1 is shown as it is`() {
        #expect(Texts(.english)["tokenOf", 7, "100 %, %1 and %2"] == "token 7 (100 %, %1 and %2)")
    }

    private static var wordsOfStaff: [String] {
        var words = StaffAct.allCases.map { "act." + $0.rawValue }
        for role in StaffRole.allCases.map(\.rawValue) { words += ["role." + role, "role." + role + ".help"] }
        for fault in FaultPage.Fault.allCases.map(\.rawValue) {
            words += ["fault." + fault, "fault." + fault + ".help"]
        }
        words += ResultsRefusal.allCases.map { "results." + $0.rawValue }
        return words + [StaffChanging.done, .lastAdmin].map { "done.staff-" + $0.rawValue }
    }

    private static var wordsOfConversations: [String] {
        var words = PleaOutcome.allCases.map { "done.plea-" + $0.rawValue }
        words += ClaimUndoing.allCases.map { "done.undo-" + $0.rawValue }
        words += ["outcome.open", "outcome.staff"]
        words += Outcome.allCases.map { "outcome." + $0.rawValue }
        words += CaseOutcome.allCases.map { "caseOutcome." + $0.rawValue }
        words += StaffOutcome.allCases.filter { $0 != .done }.map { "deed." + $0.rawValue }
        for deed in DeedWord.allCases.map(\.rawValue) {
            words += ["do." + deed, "do." + deed + ".help", "done.act-" + deed]
        }
        return words
    }

    private static var wordsOfMessages: [String] {
        let reasons: [DeadReason] = [
            .refused(code: nil), .exhausted(code: nil), .expired, .optedOut, .looping, .unverified, .moved, .overtaken,
            .noChannel,
        ]
        var words = MessageState.allCases.map { "message." + $0.rawValue }
        words += ["encoding.gsm7", "encoding.ucs2"]
        words += OutboxFilter.Stage.allCases.map { "stage." + $0.rawValue }
        words += ChannelHealth.State.allCases.map { "health." + $0.rawValue }
        return words + reasons.map { "dead." + $0.description }
    }

    private static var wordsOfContent: [String] {
        Law.Confidence.allCases.map { "confidence." + $0.rawValue }
            + RuleParameter.Status.allCases.map { "figure." + $0.rawValue }
    }

    /// Every template by the name of its page.
    static let templates = [("Frame", Frame.template)] + ConsoleTemplates.pages.map { ("\($0)", $0.template) }
}
