import ContentFiles
import Testing

/// Every rule with a file that breaks it; the mark stands where it must be reported.
struct DiagnosticTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let id: String
        let text: String

        init(_ id: String, _ text: String) { (self.id, self.text) = (id, text) }

        var testDescription: String { id }
        /// One rule may be broken at several places.
        var ids: [String] { id.split(separator: " ").map(String.init) }
    }

    @Test(arguments: [
        Row("unknown-key", "  start:\n    end: Hi\n    ⟦og: home"),
        Row("unknown-key", "  start:\n    menu: Hi\n    options: [{ label: A, ⟦word: b, go: end }]"),
        Row("verb", "  ⟦start:\n    sya: Hi\n    go: end"),
        Row("verb", "  ⟦start:\n    say: Hi\n    end: Ho\n    go: end"),
        Row("type", "  start: ⟦hello"),
        Row("type", "  start:\n    end: ⟦[a]"),
        Row("missing-key", "  start:\n    ⟦menu: Hi"),
        Row("missing-key", "  start:\n    ⟦ask: Hi\n    answer: { type: text }\n    go: end"),
        Row("missing-key", "  start:\n    ⟦ask: Hi\n    save: a\n    go: end"),
        Row("missing-key", "  start:\n    ask: Hi\n    answer: ⟦{ type: choice }\n    save: a\n    go: end"),
        Row("missing-key", "  start:\n    menu: Hi\n    options:\n      - ⟦go: end"),
        Row("answer-type", "  start:\n    ask: Hi\n    answer: { type: ⟦mnth }\n    save: a\n    go: end"),
        Row("value", "  start:\n    ask: Hi\n    answer: { type: text, most: ⟦0 }\n    save: a\n    go: end"),
        Row(
            "value",
            "  start:\n    ask: Hi\n    answer: { type: text }\n    save: a\n    private: ⟦maybe\n    go: end"),
        Row("dead-end", "  start:\n    ⟦say: Hi"),
        Row("dead-end", "  start:\n    menu: Hi\n    options: [⟦Yes]"),
        Row("dead-end", "  start:\n    menu: Hi\n    options:\n      - ⟦label: Yes"),
        Row("dead-end", "  start:\n    branch:\n      - ⟦{ when: true, go: end }"),
        Row("branch", "  start:\n    branch:\n      - ⟦go: end\n      - go: home"),
        Row("type", "  start:\n    ⟦branch: now"),
        Row("missing-step", "  start:\n    say: Hi\n    go: ⟦strat2"),
        Row("missing-step", "  start:\n    say: Hi\n    go: ⟦main#gone"),
        Row(
            "missing-step",
            "  start:\n    menu: Hi\n    options: [Yes -> ⟦gone, \"No -> ⟦gone\"]".replacing(
                ", \"No -> ⟦gone\"", with: "")),
        Row("missing-step", "  start:\n    menu: Hi\n    options:\n      - \"Yes, I am -> ⟦gone\""),
        Row("missing-flow", "  start:\n    call: ⟦gone\n    go: end"),
        Row(
            "step-name",
            "  start:\n    end: Hi\n  ⟦back:\n    end: Ho".replacing("end: Hi", with: "say: Hi\n    go: main#back")),
        Row("step-name", "  ⟦1st:\n    end: Hi"),
        Row(
            "option-number",
            "  start:\n    menu: Hi\n    options:\n      - { label: A, number: 2, go: end }\n"
                + "      - ⟦{ label: B, number: 2, go: end }"),
        Row("person-field", "  start:\n    set: { ⟦person.regoin: \"1\" }\n    go: end"),
        Row("answer-name", "  start:\n    set: { ⟦today: \"1\" }\n    go: end"),
        Row("answer-name", "  start:\n    ask: Hi\n    answer: { type: text }\n    save: ⟦my answer\n    go: end"),
        Row("expression", "  start:\n    set: { a: 1 + ⟦ }\n    go: end".replacing("1 + ⟦ }", with: "\"1 +⟦\" }")),
        Row("expression", "  start:\n    set: { a: ⟦nofunction(1) }\n    go: end"),
        Row("expression", "  start:\n    end: Hi ${⟦upperr('x')}"),
        Row("unknown-name", "  start:\n    end: Hi ${⟦nmae}"),
        Row("unknown-name", "  start:\n    end: \"工资 😀 ${⟦nmae}\""),
        Row("unknown-name", "  start:\n    end: Hi ${person.⟦regoin}"),
        Row("unknown-name", "  start:\n    end: Hi ${⟦constants.x} at ${channel.name}"),
        Row("unknown-name", "  start:\n    end: Hi ${channel.⟦colour}"),
        Row("unknown-name unknown-name", "  start:\n    set: { a: '1 + ⟦b', c: a + ⟦d }\n    go: end"),
        Row("unknown-name", "  start:\n    menu: Hi\n    options:\n      - \"Yes ${⟦x} -> end\""),
        Row("unknown-name", "  start:\n    branch: [{ when: ⟦grown, go: end }, { go: end }]"),
        Row("unreachable-step", "  start:\n    end: Hi\n  ⟦lost:\n    end: Ho"),
        Row("endless", "  ⟦start:\n    say: Hi\n    go: again\n  again:\n    say: Ho\n    go: start"),
        Row("endless", "  ⟦start:\n    call: main\n    go: end"),
        Row("yaml-comment", "  start:\n    end: Call now ⟦# or later"),
        Row("yaml-anchor", "  start:\n    end: ⟦&x hello"),
    ])
    func `a fault in a flow is reported where it stands`(_ row: Row) {
        flow(row.text).expect(row.ids)
    }

    @Test(arguments: [
        Row("unknown-key", "⟦langauge: en"),
        Row("long-text", "screen: { ussd: 80 }\napology: ⟦对不起，我们这边出了一点问题。请您回复数字一再试一次，或者回复数字二，由工作人员来跟您联系。"),
        Row("keys", "keys: ⟦{ back: \"0\", home: \"0\" }"),
        Row("unknown-key", "keys: { ⟦bakc: \"1\" }"),
        Row("value", "session: { idle: { ussd: ⟦soon } }"), Row("value", "session: { resume: ⟦maybe }"),
        Row("value", "screen: { ussd: ⟦900 }"),
        Row("value", "timezone: ⟦Beijing"), Row("answer-type", "person: { region: ⟦{ type: plaec } }"),
        Row("missing-key", "person: { region: ⟦{ private: true } }"), Row("keyword", "keywords: { main: ⟦STOP }"),
        Row("keyword", "words: { help: [sos] }\nkeywords: { main: ⟦[SOS] }"),
        Row("command-word", "words: { stop: [⟦help] }"), Row("command-word", "words: { stop: [halt], menu: [⟦Halt.] }"),
        Row("command-word", "words: { stop: [⟦\"1\"] }"), Row("command-word", "words: { stop: [⟦\"?\"] }"),
        Row("missing-key", "words: { stop: [⟦{ words: [halt] }] }"),
        Row("type", "words: { stop: ⟦{ words: [halt], source: mine } }"),
        Row("missing-key", "words: { stop: [⟦{ source: mine }] }"),
        Row("language", "words: { stop: [{ words: [halt], language: ⟦sw, source: mine }] }"),
        Row("value", "words: { stop: [{ words: [halt], country: ⟦Kenya, source: mine }] }"),
        Row("keyword", "words: { stop: [{ words: [TD], source: mine }] }\nkeywords: { main: ⟦td }"),
        Row("value", "person: { ok: { type: yes_no, wording: ⟦0 } }"),
        Row("value", "person: { ok: { type: text, wording: ⟦2 } }"),
        Row("missing-step", "keywords: { ⟦mian: HI }"),
        Row("missing-step", "otherwise: ⟦gone"), Row("missing-step", "commands: { help: ⟦gone }"),
        Row("unknown-key", "commands: { ⟦stop: main }"),
        Row("unknown-key", "texts: { ⟦bakc: Back }"), Row("type", "constants: ⟦[a]"),
        Row("expression", "apology: \"Sorry ${1 +⟦}\""),
        Row("unknown-name", "texts: { goodbye: \"Bye ${⟦nmae}\" }"),
    ])
    func `a fault in the pack's file is reported where it stands`(_ row: Row) {
        packFile(row.text).expect(row.ids)
    }

    @Test func `a word that starts two flows is an error`() {
        var fixture = packFile("keywords:\n  main: [HI]\n  other: ⟦[hi.]")
        fixture.files["other.yaml"] = "steps:\n  start:\n    end: Hi\n"
        fixture.expect(["keyword"])
    }

    @Test func `a pack without what it needs says so`() {
        var fixture = Fixture()
        fixture.pack = "⟦title: T\nlanguage: en\nlanguages: { en: English }"
        fixture.expect(["missing-key"])
        fixture.pack = "title: T\nlanguage: ⟦fr\nlanguages: { en: English }\nstart: main"
        fixture.expect(["language"])
        fixture.pack = "⟦language: en\nlanguages: { en: English }\nstart: main"
        fixture.expect(["missing-key"])
        fixture.pack = "⟦title: T\nlanguage: en\nstart: main"
        fixture.expect(["missing-key"])
        let log = DiagnosticLog()
        #expect(PackLoader.load(PackSource(folder: "Flows/x", files: []), log: log) == nil)
        #expect(log.sorted.map(\.id) == ["missing-file"])
        #expect(log.sorted.first?.position.description == "Flows/x/pack.yaml:1:1")
    }

    @Test func `a pack in another language must word every text of its own`() {
        var fixture = Fixture()
        fixture.pack = "title: T\nlanguage: sw\nlanguages: { sw: Kiswahili }\nstart: main"
        let found = fixture.diagnostics
        #expect(Set(found.map(\.id)) == ["missing-text"])
        #expect(found.count == 18)
        #expect(found.allSatisfy { $0.suggestion?.hasPrefix("in English it is: ") == true })
    }

    @Test func `a flow that cannot be read is missing where it is named`() {
        var fixture = flow("  start:\n    ⟦end: Hi\n    end: Ho")
        fixture.pack = fixture.pack.replacing("start: main", with: "start: ⟦main")
        fixture.expect(["duplicate-key", "missing-step"])
    }

    @Test func `a near name is suggested`() {
        let found = flow("  start:\n    say: Hi\n    go: dnoe\n  done:\n    end: Bye\n").diagnostics
        #expect(found.first { $0.id == "missing-step" }?.suggestion == "did you mean 'done'?")
    }

    @Test func `a call of a flow that waits inside another is not endless`() {
        var fixture = flow("  start:\n    call: one\n    go: start\n")
        fixture.files["one.yaml"] = "steps:\n  start:\n    call: two\n    go: end\n"
        fixture.files["two.yaml"] =
            "steps:\n  start:\n    ask: Name?\n    answer: { type: text }\n    save: name\n    go: end\n"
        fixture.expect([])
        fixture.main = fixture.main.replacing("  start:", with: "  ⟦start:")
        fixture.files["two.yaml"] = "steps:\n  start:\n    say: Hi\n    go: end\n"
        fixture.expect(["endless"])
    }

    @Test func `a diagnostic reads like a compiler's`() {
        let found = flow("  start:\n    end: Hi\n    og: home").diagnostics
        #expect(
            found.map(\.description).first?.hasPrefix(
                "Flows/test/main.yaml:4:5: error: step 'start' (end) has no key 'og' (") == true)
        #expect(found.map(\.description).first?.hasSuffix(") [unknown-key]") == true)
    }

    @Test func `a folder that cannot be read is an error`() {
        let log = DiagnosticLog()
        #expect(PackSource.read(folder: "no/such/folder", log: log) == nil)
        #expect(log.sorted.map(\.id) == ["missing-folder"])
    }
}
