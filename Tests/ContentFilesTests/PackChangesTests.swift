import ContentFiles
import Conversation
import Testing

/// What people who know the old revision by heart would notice.
struct PackChangesTests {
    private static let before = [
        "  start:", "    menu: What?", "    options: [Pay -> pay, Home -> house, School -> school]",
        "  pay:", "    end: Pay", "  house:", "    end: Home", "  school:", "    end: School",
    ].joined(separator: "\n")

    private func pack(_ steps: String) throws -> Pack {
        try #require(flow(steps).load().pack)
    }

    private func changes(_ after: String) throws -> PackChanges {
        PackChanges(from: try pack(Self.before), to: try pack(after))
    }

    private typealias Digit = PackChanges.Digit

    @Test func `the same pack changes nothing`() throws {
        let changes = try changes(Self.before)
        #expect(changes.isHarmless && changes.added.isEmpty)
    }

    @Test func `another wording for the same way changes nothing`() throws {
        let after = Self.before.replacing("Home -> house", with: "My home -> house")
        #expect(try changes(after).isHarmless)
    }

    @Test func `options that changed places change what their digits mean`() throws {
        let after = Self.before.replacing("Pay -> pay, Home -> house", with: "Home -> house, Pay -> pay")
        #expect(
            try changes(after).digits == [
                Digit(step: "main#start", number: 1, before: "Pay", now: "Home"),
                Digit(step: "main#start", number: 2, before: "Home", now: "Pay"),
            ])
    }

    @Test func `an option that is gone leaves a digit that chooses nothing, and a step that is gone`() throws {
        let after = Self.before.replacing(", School -> school", with: "").replacing(
            "\n  school:\n    end: School", with: "")
        let changes = try changes(after)
        #expect(changes.digits == [Digit(step: "main#start", number: 3, before: "School", now: nil)])
        #expect(changes.removed == ["main#school"])
        #expect(!changes.isHarmless)
    }

    @Test func `an alias keeps the old digit, and what is new is only added`() throws {
        let after =
            Self.before.replacing(
                "options: [Pay -> pay, Home -> house, School -> school]",
                with: """
                    options:
                          - Pay -> pay
                          - { label: Rent, number: 4, go: rent }
                          - { label: Home, number: 5, alias: 2, go: house }
                          - { label: School, number: 3, go: school }
                    """) + "\n  rent:\n    end: Rent"
        let changes = try changes(after)
        #expect(changes.isHarmless && changes.added == ["main#rent"])
        let lines = "on sms from +254700000001\n> hello\n...\n> 2\n< Home"
        #expect(TalkReading.failures(lines, in: try pack(after)) == [])
    }
}
