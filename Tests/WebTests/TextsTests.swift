import Conversation
import Delivery
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
        let words =
            StaffAct.allCases.map { "act.\($0.rawValue)" }
            + StaffRole.allCases.flatMap { ["role.\($0.rawValue)", "role.\($0.rawValue).help"] }
            + PleaOutcome.allCases.map { "done.plea-\($0.rawValue)" }
            + ClaimUndoing.allCases.map { "done.undo-\($0.rawValue)" }
            + [StaffChanging.done, .lastAdmin].map { "done.staff-\($0.rawValue)" }
            + (["open"] + Outcome.allCases.map(\.rawValue)).map { "outcome.\($0)" }
            + MessageState.allCases.map { "message.\($0.rawValue)" }
            + FaultPage.Fault.allCases.flatMap { ["fault.\($0.rawValue)", "fault.\($0.rawValue).help"] }
            + [
                DeadReason.refused(code: nil), .exhausted(code: nil), .expired, .optedOut, .looping, .unverified,
                .moved,
            ]
            .map { "dead.\($0)" }
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

    /// Every template by the name of its page.
    static let templates = [("Frame", Frame.template)] + ConsoleTemplates.pages.map { ("\($0)", $0.template) }
}
