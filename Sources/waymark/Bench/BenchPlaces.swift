import ArgumentParser
import ContentFiles
import Conversation
import Directory

/// `waymark bench places`: how well a pack understands places as people type them.
struct BenchPlaces: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "places", abstract: "How well places are understood, over a list of answers.",
        discussion: """
            The list has a line for each answer: what is typed, the code of the place that is meant ('-' for none) and \
            the way it is typed, with | between them. Its first line names these columns.
            """)

    @Argument(help: ArgumentHelp("The list.", valueName: "FILE"))
    var file: String

    @OptionGroup var choice: PackChoice

    @ArgumentParser.Flag(help: "Also list the answers that were not understood.")
    var missed = false

    func run() throws {
        let rows: [PlaceTrial.Row]
        do {
            rows = try PlaceTrial.rows(InputFile.text(file))
        } catch let fault as PlaceListFault {
            throw WrongUse("'\(file)': \(fault)")
        }
        guard !rows.isEmpty else { throw WrongUse("'\(file)' has no lines such as 'suzhou|320500|pinyin'") }
        let pack = try choice.load()
        let results = PlaceTrial(rows, in: pack.directory).results
        Terminal.output.line("answers  first  among 3  taken for another")
        let ways = Dictionary(grouping: results, by: \.row.way).sorted {
            ($1.value.count, $0.key) < ($0.value.count, $1.key)
        }
        for (way, results) in ways { Terminal.output.line(Self.line(results, way)) }
        Terminal.output.line(Self.line(results, "all"))
        guard missed else { return }
        for result in results where !result.isAmongThree {
            let read = result.places.map { $0.label(in: "en") }.joined(separator: ", ")
            Terminal.output.line(
                "\(result.row.typed): \(read.isEmpty ? "nothing" : read), not \(result.row.meant ?? "nothing")")
        }
    }

    private static func line(_ results: [PlaceTrial.Result], _ way: String) -> String {
        let share = { (isTrue: (PlaceTrial.Result) -> Bool) in
            Figures.rounded(Double(results.count(where: isTrue)) * 100 / Double(results.count), 1) + "%"
        }
        let columns = [
            "\(results.count)".padded(to: 7), share(\.isFirst).padded(to: 7), share(\.isAmongThree).padded(to: 9),
            "\(results.count(where: \.isMistaken))".padded(to: 4), "  " + way,
        ]
        return columns.joined()
    }
}

extension String {
    /// With spaces in front up to a width.
    fileprivate func padded(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}
