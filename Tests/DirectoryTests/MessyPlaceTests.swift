import Directory
import Foundation
import Testing

/// Places as people type them, each with the code that is meant; `-` where no place is.
///
/// `messy-places.csv` has grown with the search; `fresh-places.csv` was labelled before the search had seen it, and shows
/// what can be expected of answers that nobody thought of.
struct MessyPlaceTests {
    private func trial(_ list: String) throws -> PlaceTrial {
        let file = try #require(Bundle.module.url(forResource: "Fixtures/\(list)", withExtension: "csv"))
        let rows = try PlaceTrial.rows(String(contentsOf: file, encoding: .utf8))
        return PlaceTrial(rows, in: ShippedRegions.directory)
    }

    @Test(arguments: [
        (list: "messy-places", rows: 800, first: 97, amongThree: 98),
        (list: "fresh-places", rows: 150, first: 95, amongThree: 97),
    ])
    func `most places are understood at once, and none is taken for another`(
        list: String, rows: Int, first: Int, amongThree: Int
    ) throws {
        let results = try trial(list).results
        let missed = results.filter { !$0.isAmongThree }.map { result in
            "  missed \(result.row.typed) (\(result.row.way)): \(result.reading.codes), not \(result.row.meant ?? "-")"
        }
        let (ones, threes) = (results.count(where: \.isFirst), results.count(where: \.isAmongThree))
        print(
            (["\(list): \(results.count) answers, first \(ones), among three \(threes)"] + missed).joined(
                separator: "\n"))
        #expect(results.filter(\.isMistaken).map { "\($0.row.typed): \($0.reading.codes)" } == [])
        #expect(results.count >= rows)
        #expect(ones * 100 >= results.count * first)
        #expect(threes * 100 >= results.count * amongThree)
    }

    @Test(arguments: ["suzhou", "suzhou|320500", "suzhou|320500|pinyin|1", "|320500|pinyin", "suzhou||pinyin"])
    func `a line of a list that cannot be read is told with its number`(line: String) {
        #expect(throws: PlaceListFault(line: 4, text: line)) {
            try PlaceTrial.rows("typed|meant|way\nwuxi|320200|pinyin\n\n\(line)\n")
        }
    }
}
