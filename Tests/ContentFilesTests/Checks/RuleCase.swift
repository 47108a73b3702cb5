import ContentFiles
import Conversation
import Testing

/// A rule with a pack that breaks it at its marks, or with no mark a pack that keeps it.
struct RuleCase: Sendable, CustomTestStringConvertible {
    let rule: String
    private(set) var fixture: Fixture
    private let severity: Diagnostic.Severity?
    private let settings: @Sendable (inout CheckSettings) -> Void

    /// - Parameters:
    ///   - severity: What every finding must be; nil where it does not matter.
    ///   - settings: What the check is told besides the pack.
    init(
        _ rule: String, _ fixture: Fixture, severity: Diagnostic.Severity? = nil,
        settings: @escaping @Sendable (inout CheckSettings) -> Void = { _ in }
    ) {
        self.rule = rule
        self.fixture = fixture
        self.severity = severity
        self.settings = settings
    }

    /// A pack whose main flow has these steps.
    init(
        _ rule: String, _ steps: String, severity: Diagnostic.Severity? = nil,
        settings: @escaping @Sendable (inout CheckSettings) -> Void = { _ in }
    ) {
        self.init(rule, flow(steps), severity: severity, settings: settings)
    }

    /// The case with another file of the pack.
    func with(_ path: String, _ content: String) -> RuleCase {
        var row = self
        row.fixture.files[path] = content
        return row
    }

    var testDescription: String { "\(rule): \(fixture.main.prefix(60))" }

    /// Expects the rule's findings at the marks and nowhere else. What other rules say does not matter.
    func expect() {
        var told = CheckSettings()
        told.wantsInfo = true
        settings(&told)
        let log = DiagnosticLog()
        guard let reading = PackLoader.read(fixture.source, isTried: true, log: log) else {
            Issue.record("the pack cannot be compiled:\n\(log.sorted.map(\.description).joined(separator: "\n"))")
            return
        }
        let found = PackCheck(told).check(reading).filter { $0.id == rule }.sorted { $0.position < $1.position }
        let places = found.map { String($0.position.description.dropFirst("Flows/test/".count)) }
        #expect(places == fixture.marks, "\(rule): \(found.map(\.description).joined(separator: "\n"))")
        if let severity { #expect(found.allSatisfy { $0.severity == severity }, "\(found)") }
    }
}

extension Fixture {
    /// What one rule finds.
    func findings(of rule: String) -> [Diagnostic] {
        guard let reading = PackLoader.read(source, log: DiagnosticLog()) else { return [] }
        return PackCheck().check(reading).filter { $0.id == rule }.sorted { $0.position < $1.position }
    }

    /// A pack in another language than English, with more lines in its pack.yaml.
    static func pack(in tag: String, _ name: String, _ more: String = "", main: String = Fixture().main) -> Fixture {
        let texts = BuiltInTexts.Name.allCases.filter { $0 != .apology }.map { "  \($0.rawValue): \"\($0.english)\"\n" }
            .joined()
        return Fixture(
            pack:
                "title: Test\nlanguage: \(tag)\nlanguages: { \(tag): \(name) }\nstart: main\napology: Sorry\ntexts:\n\(texts)"
                + more, main: main)
    }
}
