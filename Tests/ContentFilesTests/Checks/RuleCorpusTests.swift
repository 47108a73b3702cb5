import ContentFiles
import Conversation
import Foundation
import Testing

/// The shipped pack with one fault in it: the rule for that fault finds it, and no other rule of these families does.
struct RuleCorpusTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        let rule: String
        /// What stands in the files, and what is put in its place everywhere.
        let changes: [(old: String, new: String)]
        /// Rules that cannot but find the same.
        var also: Set<String> = []
        /// Whether the pack as it was is the published one.
        var isPublished = false

        init(
            _ rule: String, _ old: String, _ new: String, _ more: (String, String)..., also: Set<String> = [],
            isPublished: Bool = false
        ) {
            self.rule = rule
            changes = [(old, new)] + more.map { (old: $0.0, new: $0.1) }
            self.also = also
            self.isPublished = isPublished
        }

        var testDescription: String { rule }
    }

    static let pack: PackSource? = {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return PackSource.read(folder: root.appendingPathComponent("Flows/china").path, log: DiagnosticLog())
    }()

    /// What the rules of these families say of the pack with some files changed.
    func findings(
        in source: PackSource, settings: CheckSettings = CheckSettings(), families: String = "BMTLV",
        with talks: Bool = false
    ) throws -> [Diagnostic] {
        let files = source.files.filter { talks || !$0.path.hasSuffix(".talk") }
        let log = DiagnosticLog()
        let reading = PackLoader.read(PackSource(folder: "Flows/china", files: files), log: log)
        let own = CheckRule.all.filter { families.contains($0.code.prefix(1)) }.map(\.id)
        return PackCheck(settings).check(try #require(reading, "\(log.sorted.map(\.description))")).filter {
            own.contains($0.id)
        }
    }

    func changed(_ source: PackSource, by fault: Fault) -> PackSource {
        let files = source.files.map { file in
            let replaced = fault.changes.reduce((file.path, file.content)) { text, change in
                (text.0.replacing(change.old, with: change.new), text.1.replacing(change.old, with: change.new))
            }
            return PackSource.File(path: replaced.0, content: replaced.1)
        }
        return PackSource(folder: source.folder, files: files)
    }

    @Test func `the shipped pack keeps every rule`() throws {
        let pack = try #require(Self.pack)
        #expect(try findings(in: pack, families: "BMTLVYIENSPOX", with: true).map(\.description) == [])
    }

    /// The way from the menu of rights to the flow for trouble.
    static let toTrouble = "words: [trouble, emergency]\n        go: rights/trouble\n"
    /// The way that takes the place of `toTrouble`; what follows `toAll` is the end of the menu.
    static let toDetour = "words: [trouble, emergency]\n        go: way1\n"
    static let toAll = "words: [all, everything, 全部]\n        go: rights/all\n      - Call me back -> call_back\n"
    /// Four questions, and at their end the answer.
    private static let longWay =
        (1...4).map { number in
            let next = number == 4 ? "told" : "way\(number + 1)"
            return "  way\(number):\n    menu: Which way?\n    options: [Left -> \(next), Right -> \(next)]\n"
        }.joined() + "  told:\n    end: Call 12345. Write or dial again any time.\n"
    private static let profile = "We keep no profile of you"
    private static let boss = "Do you still work for this boss?"

    @Test(arguments: [
        Fault(
            "screen-overflow", "- Kindergarten ->", "- \(String(repeating: "Nursery ", count: 19)) ->",
            also: ["long-label", "long-sentence", "long-source", "translation-length"]),
        Fault(
            "many-pages", "110警察 120急救", String(repeating: "打电话。", count: 60),
            also: ["translation-length"]),
        Fault("long-source", "menu: \"For the permit bring", "menu: \"For this permit bring"),
        Fault(
            "unbounded-value", "least: 2, most: 300", "least: 2", ("Saved. Your", "Saved ${words}. Your"),
            ("已收到，编号", "已收到${words}，编号")),
        Fault("costly-character", "Still not clear.", "It’s not clear."),
        Fault("encoding-overflow", "You can still ask for facts", "You can’t ask for facts"),
        Fault("message-segments", "sms_segments: 2", "sms_segments: 1"),
        Fault("invisible-character", "Still not clear.", "Still\u{200B} not clear."),
        Fault("not-normalised", "Still not clear.", "Still not cle\u{301}ar."),
        Fault("many-options", "# lint: allow many-options six", "# six"),
        Fault(
            "option-order", "Check mine, number: 3, words: [check]", "Check mine, number: 4, words: [check]",
            ("{ label: Other cities, words", "{ label: Other cities, number: 3, words"), also: ["option-gap"]),
        Fault("option-gap", "# lint: allow option-gap 4 changes", "# 4 changes"),
        Fault(
            "moved-option",
            "- Public rental office -> rental_office\n      - Housing fund office -> fund_office",
            "- Housing fund office -> fund_office\n      - Public rental office -> rental_office",
            isPublished: true),
        Fault("reserved-key", "back: \"0\"", "back: \"1\"", also: ["option-gap"]),
        Fault("long-label", "- Kindergarten ->", "- Kindergarten or play school ->"),
        Fault(
            "similar-labels", "- Senior high ->", "- Money for school ->", ("- Kindergarten ->", "- Money for play ->")),
        Fault(
            "many-hops", toTrouble, toDetour,
            (toAll, toAll + longWay),
            (
                "msgctxt \"rights#start.menu\"",
                (1...4).flatMap { number in
                    [("menu", "Which way?", "哪边？"), ("options.1", "Left", "左边"), ("options.2", "Right", "右边")].map {
                        "msgctxt \"rights#way\(number).\($0.0)\"\nmsgid \"\($0.1)\"\nmsgstr \"\($0.2)\"\n\n"
                    }
                }.joined() + "msgctxt \"rights#told.end\"\nmsgid \"Call 12345. Write or dial again any time.\"\n"
                    + "msgstr \"请打12345。随时可再来。\"\n\nmsgctxt \"rights#start.menu\""
            )),
        Fault("no-other", "# lint: allow no-other", "#"),
        Fault(
            "single-option",
            "\"Law: Social Insurance Law Art.23 (worker plan, also for those who work for themselves), 24, 25 (residents plan).\"",
            "\"Which law?\""),
        Fault(
            "nested-menus", "start: main\n", "start: main\nchecks: { profile: internal }\n", (toTrouble, toDetour),
            (
                toAll,
                toAll + "  way1:\n    menu: Which way?\n"
                    + "    options: [Left -> rights/trouble, Right -> rights/trouble]\n"
            ),
            (
                "msgctxt \"rights#start.menu\"",
                "msgctxt \"rights#way1.menu\"\nmsgid \"Which way?\"\nmsgstr \"哪边？\"\n\n"
                    + "msgctxt \"rights#way1.options.1\"\nmsgid \"Left\"\nmsgstr \"左边\"\n\n"
                    + "msgctxt \"rights#way1.options.2\"\nmsgid \"Right\"\nmsgstr \"右边\"\n\n"
                    + "msgctxt \"rights#start.menu\""
            )),
        Fault("long-sentence", profile, profile + " or of those who live with you", also: []),
        Fault("crowded-screen", "# lint: allow crowded-screen", "#"),
        Fault("question-not-last", boss, boss + " Tell us."),
        Fault("long-word", profile, "We keep no internationalisation of you"),
        Fault("hard-word", profile, "We furnish no profile of you"),
        Fault("capitals", profile, "We keep NO profile of you"),
        Fault("shorthand", profile, "We keep no profile & no name"),
        Fault("negative-question", boss, "Do you not work for this boss?"),
        Fault("number-word", profile, "We keep five profiles of you"),
        Fault("ungrouped-amount", profile, "We keep 12500 yuan for you"),
        Fault("compared-amounts", boss, "Do you get 300 yuan or 400 yuan?"),
        Fault("ambiguous-date", profile, "We keep 03/04 of you"),
        Fault("screen-word", profile, "We click no profile of you"),
        Fault("key-word", profile, "Press 1 for your profile"),
        Fault("unsaid-cost", "Free help", "Help"),
        Fault("untranslated", "msgstr \"找住房帮助\"", "msgstr \"Find housing help\""),
        Fault("translation-length", "办居住证带：身份证、照片，住址、工作或就读证明。租房合同、单位或房东证明也算。", "带证件。"),
        Fault("language-name", "zh-Hans: 中文", "zh-Hans: Chinese"),
        Fault(
            "no-language-choice", "person.language: en }", "person.consent: true }",
            ("person.language: zh-Hans }", "person.consent: true }")),
        Fault("script-fallback", "zh-Hans", "hi", also: ["language-name", "message-segments", "untranslated"]),
        Fault("mixed-scripts", "Still not clear.", "Still not cle\u{430}r."),
        Fault("native-digits", "Noon 12-2", "Noon ١٢-2"),
        Fault("expression-type", "when: advice.outcome = 'late_legal_aid'", "when: advice.outcome + 5"),
    ])
    func `a fault in the shipped pack is found, and nothing else`(_ fault: Fault) throws {
        let pack = try #require(Self.pack)
        var settings = CheckSettings()
        if fault.isPublished { settings.published = PackLoader.load(pack, log: DiagnosticLog()) }
        let broken = changed(pack, by: fault)
        #expect(broken != pack, "the pack has nothing of it any more")
        let found = try findings(in: broken, settings: settings)
        #expect(Set(found.map(\.id)) == fault.also.union([fault.rule]), "\(found.map(\.description))")
    }

    @Test func `a talk that is missing leaves steps without a talk`() throws {
        let pack = try #require(Self.pack)
        let files = pack.files.filter { $0.path != "talks/person.talk" }
        let found = try findings(in: PackSource(folder: pack.folder, files: files), families: "BMTLVY", with: true)
        #expect(Set(found.map(\.id)) == ["untested-step"])
    }
}
