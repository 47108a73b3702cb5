import Expressions
import Testing

@testable import ContentFiles

/// Rows that are added to files as people write them.
struct FigureEditTests {
    /// Two rows into the figure `p` of a file with these lines behind `parameters:`.
    private func edited(_ lines: String, log: DiagnosticLog = DiagnosticLog()) throws -> String? {
        let text = "rule: a.b\nparameters:\n" + lines
        let file = try #require(FigureFile(PackSource.File(path: "rules/b.yaml", content: text), shown: "b.yaml"))
        let rows: [Object] = [["value": .number(8)], ["value": .text("苏: 9"), "note": .text("true")]]
        let edit = FigureEdit(file: file, additions: [FigureEdit.Addition(parameter: "p", rows: rows)])
        #expect(edit.lines == [Self.first, Self.second])
        return edit.content(of: Array(text.utf8), log: log).map {
            String(decoding: $0.dropFirst("rule: a.b\nparameters:\n".utf8.count), as: UTF8.self)
        }
    }

    private static let first = "{ value: 8 }"
    private static let second = "{ value: \"苏: 9\", note: \"true\" }"

    @Test func `the end of a file needs no line end`() throws {
        let lines = "  p:\n    values:\n    - { value: 1 }"
        #expect(try edited(lines) == lines + "\n    - \(Self.first)\n    - \(Self.second)")
    }

    @Test func `a row over several lines stays whole, and comments behind it stay behind`() throws {
        let row = "  p:\n    values:\n      - value: 1\n        # of the city\n        note: 苏  # all of it\n"
        let rest = "\n      # no more\n  q: { values: [{ value: 1 }] }\n"
        let added = "      - \(Self.first)\n      - \(Self.second)\n"
        #expect(try edited(row + rest) == row + added + rest)
    }

    @Test func `a list in brackets grows behind its last row`() throws {
        let lines = "  p: { unit: x, values: [{ value: 1, note: \"} ]\" }] }  # one line\n"
        let added = "}, \(Self.first), \(Self.second)] }  # one line"
        #expect(try edited(lines) == lines.replacing("}] }  # one line", with: added))
    }

    @Test func `signs within texts and comments end no row`() throws {
        let start =
            "  p:\n    values: [\n      { value: [[1, 2]], note: 'it''s }' },\n"
            + "      { value: 1,  # } not here\n        note: it's, more: \"}\\\"}\", last: 'it''s }'"
        let end = " }\n    ]\n"
        #expect(try edited(start + end) == start + " }, \(Self.first), \(Self.second)\n    ]\n")
    }

    @Test(arguments: ["  p: { values: [x] }\n", "  p: { values: [] }\n", "  q: { values: [{ value: 1 }] }\n"])
    func `a list that is written otherwise is edited by hand`(lines: String) throws {
        let log = DiagnosticLog()
        #expect(try edited(lines, log: log) == nil)
        #expect(log.all.map(\.id) == ["figure-file"])
    }
}
