import ContentFiles
import Conversation
import Testing

struct AllowanceTests {
    private static let steps = "  start:\n    menu: Hi\n    options: [A, B, C, D, E, F]\n    go: end"

    /// Everything the checks say, without the folder and the message.
    private func found(_ fixture: Fixture) -> [String] {
        let log = DiagnosticLog()
        _ = PackCheck().load(fixture.source, log: log)
        return log.sorted.filter { ["many-options", "allowance", "unused-allowance", "value"].contains($0.id) }.map {
            "\($0.position.description.dropFirst("Flows/test/".count)) \($0.severity.rawValue) \($0.id)"
        }
    }

    @Test func `a comment above a line or behind it allows a rule to be broken there`() {
        #expect(found(flow(Self.steps)) == ["main.yaml:4:5 warning many-options"])
        for comment in ["allow many-options they are names", "allow M01 they are names"] {
            let above = Self.steps.replacing("    options", with: "    # lint: \(comment)\n    # more\n\n    options")
            #expect(found(flow(above)) == [])
            #expect(found(flow(Self.steps.replacing("F]", with: "F]  # lint: \(comment)"))) == [])
        }
        let above = Self.steps.replacing("    menu", with: "    # lint: allow M01 they are names\n    menu")
        #expect(
            found(flow(above)) == ["main.yaml:3:5 warning unused-allowance", "main.yaml:5:5 warning many-options"])
    }

    @Test func `an allowance without a reason, or for no rule, is an error`() {
        let comments = [
            "allow many-options", "allow many-options ...", "allow many-optionz names", "disallow", "allow",
        ]
        for comment in comments {
            let above = Self.steps.replacing("    options", with: "    # lint: \(comment)\n    options")
            #expect(found(flow(above)) == ["main.yaml:4:5 error allowance", "main.yaml:5:5 warning many-options"])
        }
    }

    @Test func `a mark inside a text is no allowance`() {
        let quoted = Self.steps.replacing("menu: Hi", with: "menu: \"Hi  # lint: allow M01 they are names\"")
        #expect(found(flow(quoted)) == ["main.yaml:4:5 warning many-options"])
        let plain = Self.steps.replacing("menu: Hi", with: "menu: Hi lint:\\ allow M01 they are names")
        #expect(found(flow(plain)) == ["main.yaml:4:5 warning many-options"])
    }

    @Test func `pack.yaml allows rules everywhere and chooses a profile`() {
        func pack(_ checks: String) -> [String] {
            var fixture = packFile("checks: \(checks)")
            fixture.main = flow(Self.steps).main
            return found(fixture)
        }
        #expect(pack("{ allow: { many-options: they are names } }") == [])
        #expect(pack("{ profile: internal }") == [])
        #expect(
            pack("{ profile: low-literacy, allow: { M01: } }")
                == ["main.yaml:4:5 warning many-options", "pack.yaml:6:43 error allowance"])
        #expect(
            pack("{ profile: lax }") == ["main.yaml:4:5 warning many-options", "pack.yaml:6:20 error value"])
    }

    @Test func `a pack that breaks a rule is still one that sessions can be on`() {
        let fixture = flow(Self.steps.replacing("F]", with: "F, G, H]"))
        #expect(PackLoader.load(fixture.source, log: DiagnosticLog()) != nil)
        #expect(PackCheck().load(fixture.source, log: DiagnosticLog()) == nil)
    }
}
