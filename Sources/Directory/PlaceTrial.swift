/// How well typed places are understood, over a list of them with what was meant.
package struct PlaceTrial: Sendable {
    /// One answer as somebody may type it.
    package struct Row: Hashable, Sendable {
        /// What is typed.
        package let typed: String
        /// The code of the place that is meant; nil where no place is.
        package let meant: String?
        /// The way it is typed, such as `typo` or `postcode`.
        package let way: String

        package init(typed: String, meant: String?, way: String) {
            self.typed = typed
            self.meant = meant
            self.way = way
        }
    }

    /// What came of one answer.
    package struct Result: Sendable {
        /// The answer.
        package let row: Row
        /// What was understood.
        package let reading: PlaceReading

        /// Whether the place that is meant is the first, or, where none is, none was understood.
        package var isFirst: Bool { row.meant == places.first?.code }
        /// Whether the place that is meant is among the first three that are asked back.
        package var isAmongThree: Bool {
            row.meant.map { meant in places.prefix(3).contains { $0.code == meant } } ?? places.isEmpty
        }
        /// Whether one place was taken without asking, and it was another.
        package var isMistaken: Bool {
            if case .one(let region) = reading { region.code != row.meant } else { false }
        }

        /// The places that can be meant, the likeliest first.
        package var places: [Region] {
            switch reading {
            case .one(let region): [region]
            case .several(let regions): regions
            case .none: []
            }
        }
    }

    /// What came of each answer, in their order.
    package let results: [Result]

    package init(_ rows: [Row], in directory: Directory) {
        results = rows.map { Result(row: $0, reading: directory.reading(of: $0.typed)) }
    }

    /// Reads a list: a line for each answer, `typed|code|way`, `-` for no place; the first line names the columns, and
    /// empty lines do not count.
    package static func rows(_ text: String) throws(PlaceListFault) -> [Row] {
        var rows: [Row] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().dropFirst() {
            guard !line.isEmpty else { continue }
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 3, cells.allSatisfy({ !$0.isEmpty }) else {
                throw PlaceListFault(line: index + 1, text: String(line))
            }
            rows.append(Row(typed: cells[0], meant: cells[1] == "-" ? nil : cells[1], way: cells[2]))
        }
        return rows
    }
}

/// A line of a list of typed places that cannot be read.
package struct PlaceListFault: Error, Hashable, CustomStringConvertible {
    /// The line's number, from 1.
    package let line: Int
    /// The line.
    package let text: String

    package init(line: Int, text: String) {
        self.line = line
        self.text = text
    }

    /// What is wrong, where, and how to mend it.
    package var description: String {
        "line \(line) is '\(text)': it must have what is typed, the code that is meant and the way, as 'suzhou|320500|pinyin'"
    }
}
