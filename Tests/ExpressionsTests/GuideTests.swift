import Expressions
import FoundationEssentials
import Testing

/// The operators' guide is right: `Flows/EXPRESSIONS.md`.
struct GuideTests {
    private struct Row {
        let cells: [String]

        /// The text of a cell that is code, nil for another.
        func code(_ index: Int) -> String? {
            let cell = cells[index]
            guard cell.count > 2, cell.hasPrefix("`"), cell.hasSuffix("`") else { return nil }
            return String(cell.dropFirst().dropLast())
        }
    }

    private static let rows: [Row] = {
        let guide = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Flows/EXPRESSIONS.md")
        guard let data = try? Data(contentsOf: guide) else { return [] }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("| ") }.map { line in
            Row(cells: line.dropFirst(2).dropLast(2).split(separator: " | ").map(String.init))
        }
    }()

    /// Examples with their results: the last two cells of a table whose last columns are called so.
    private static let examples: [(String, String)] = {
        var isExample = false
        return rows.compactMap { row in
            if row.cells.last == "result" {
                isExample = true
            } else if row.code(row.cells.count - 1) == nil {
                isExample = isExample && row.cells.last == "---"
            }
            guard isExample, row.cells.count > 1, let result = row.code(row.cells.count - 1),
                let source = row.code(row.cells.count - 2)
            else { return nil }
            return (source, result)
        }
    }()

    @Test func `the guide has its examples`() {
        #expect(Self.examples.count > 190)
    }

    @Test(arguments: examples)
    func `each example of the guide holds`(source: String, result: String) {
        #expect(shown(source).replacingPrefix("ERROR ", by: "error: ") == result)
    }

    @Test func `each function is in the guide as it is declared, and no other is`() {
        var documented = Set(
            Self.rows.filter { $0.cells.count == 4 }.compactMap { row in
                row.code(0).map { "\($0): \(row.cells[1]): \(row.cells[2])" }
            }.filter { $0.contains("): ") && !$0.hasPrefix("`") })
        let operators = documented.filter { !$0.prefix { $0 != ":" }.contains("(") }
        documented.subtract(operators)
        let declared = Function.all.map { "\($0.signature): \($0.summary): `\($0.example.source)`" }
        #expect(documented == Set(declared))
    }

    @Test func `each operator is in the guide`() {
        let first = Set(Self.rows.compactMap { $0.code(0) })
        #expect(first.isSuperset(of: Operator.allCases.map(\.rawValue) + ["not"]))
    }
}

extension String {
    fileprivate func replacingPrefix(_ prefix: String, by other: String) -> String {
        hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
    }
}
