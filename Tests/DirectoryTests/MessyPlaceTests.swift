import Directory
import Foundation
import Testing

/// Places as people type them, each with the code that is meant; `-` where no place is.
struct MessyPlaceTests {
    struct Row {
        let typed: String
        let meant: String
        /// How it was typed, for the report.
        let way: String
    }

    static let rows: [Row] = {
        let file = Bundle.module.url(forResource: "Fixtures/messy-places", withExtension: "csv")
        let text = file.flatMap { try? String(contentsOf: $0, encoding: .utf8) } ?? ""
        return text.split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            return Row(typed: cells[0], meant: cells[1], way: cells[2])
        }
    }()

    @Test func `most places are understood at once, and none is taken for another`() {
        var (first, amongThree) = (0, 0)
        var missed: [String] = []
        for row in Self.rows {
            let reading = ShippedRegions.directory.reading(of: row.typed)
            let codes = reading.regions.map(\.code)
            if case .one(let region) = reading {
                #expect(region.code == row.meant, "'\(row.typed)' was taken for \(region.name(in: "en"))")
            }
            if row.meant == "-" ? codes.isEmpty : codes.first == row.meant { first += 1 }
            if row.meant == "-" ? codes.isEmpty : codes.prefix(3).contains(row.meant) {
                amongThree += 1
            } else {
                missed.append("\(row.typed) (\(row.way)): \(reading.codes), not \(row.meant)")
            }
        }
        let count = Self.rows.count
        print(
            "messy places: \(count) answers, first \(first), among three \(amongThree)\n"
                + missed.map { "  missed " + $0 }.joined(separator: "\n"))
        #expect(count >= 300)
        #expect(first * 100 >= count * 95)
        #expect(amongThree * 100 >= count * 98)
    }
}
