import ContentFiles
import Testing

struct KeptFieldTests {
    @Test(arguments: [
        "  start:\n    end: We keep ${⟦kept.fields}",
        "  start:\n    branch:\n      - { when: ⟦kept.cases > 0, go: end }\n      - { go: end }",
    ]) func `what is kept of her is read by set alone`(_ steps: String) {
        flow(steps).expect(["unknown-name"])
    }

    private static let main =
        "steps:\n  start:\n    set: { all: kept.fields, talks: kept.conversations }\n    go: told\n"
        + "  told:\n    end: ${talks} ${all}"

    @Test func `a field that she is shown needs a name that she understands`() {
        packFile("person: { ⟦city: { type: text } }", main: Self.main).expect(["missing-key"])
        packFile("person: { city: { type: text, label: City } }", main: Self.main).expect([])
        packFile("person: { city: { type: text } }").expect([])
    }

    @Test func `there is no other count than those that are told of`() {
        flow("  start:\n    set: { all: kept.⟦secrets }\n    go: told\n  told:\n    end: ${all}").expect([
            "unknown-name"
        ])
    }
}
