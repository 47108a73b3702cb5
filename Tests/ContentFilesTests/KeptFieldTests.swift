import ContentFiles
import Conversation
import Expressions
import Foundation
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

    @Test(arguments: ["china", "example-kenya"])
    func `each thing that is kept of her can be erased alone, but for her consent`(name: String) throws {
        let log = DiagnosticLog()
        let folder = Project.folder.appendingPathComponent("Flows/\(name)").path
        let pack = try #require(PackSource.read(folder: folder, log: log).flatMap { PackLoader.load($0, log: log) })
        let kept = pack.steps.filter { $0.flow == "erase" }.flatMap(\.verb.kept)
        let erased = kept.compactMap { target, value -> String? in
            guard case .person(let field) = target, value?.source == "null" else { return nil }
            return field
        }
        #expect(erased.sorted() == Set(pack.personFields.keys).subtracting(pack.consents).sorted())
    }
}
