import ContentFiles
import Conversation
import Directory
import Foundation
import Gateway
import HTTPTypes
import Storage

extension ConsoleHandlers {
    /// As many rows and names as one page shows; those that are refused come first.
    private static let rowsShown = 500

    func table(_ visit: Visit) -> ConsoleAnswer { table(visit, [], objection: nil, .ok) }

    /// Says what would become of each row of a table that a visitor brings.
    func checkTable(_ visit: Visit) async throws -> ConsoleAnswer {
        guard let file = visit.file, !file.bytes.isEmpty else { return table(visit, [], objection: "tableMissing") }
        guard file.bytes.count <= gateway.parts.settings.console.table else {
            return table(visit, [], objection: "tableTooLarge")
        }
        guard let brought = broughtTable(visit, name: file.name, bytes: file.bytes) else {
            return table(visit, [], objection: "tableWish")
        }
        try await note(.checkTable, visit, on: "directory \(brought.kind)")
        do throws(TableDesk.Fault) {
            return show(page(try gateway.publisher.tables.review(brought), of: brought, visit), visit)
        } catch {
            return refused(error, visit)
        }
    }

    /// Takes a table as it was shown.
    func takeTable(_ visit: Visit) async throws -> ConsoleAnswer {
        guard let bytes = Data(base64Encoded: visit.field("content")).map(Array.init), !bytes.isEmpty,
            bytes.count <= gateway.parts.settings.console.table,
            let brought = broughtTable(visit, name: visit.field("name"), bytes: bytes)
        else { return table(visit, [], objection: "tableMissing") }
        try await note(.takeTable, visit, on: "directory \(brought.kind)")
        do throws(TableDesk.Fault) {
            _ = try gateway.publisher.tables.take(brought, as: visit.field("mark"))
        } catch {
            return refused(error, visit)
        }
        return .go(ConsoleRoute.pack.path + "?done=tableTaken")
    }

    /// The table with what the form says of it; nil where that is no kind or names no column.
    private func broughtTable(_ visit: Visit, name: String, bytes: [UInt8]) -> TableDesk.Table? {
        guard tableKinds.contains(visit.field("kind")) else { return nil }
        let lines = { (field: String) in
            visit.field(field).split(whereSeparator: \.isNewline).map(String.init).filter { !$0.isEmpty }
        }
        let wishes = try? DirectoryImport.Wishes(
            map: lines("map"), fill: lines("fill"), replaces: visit.field("replace") == "yes")
        return wishes.map {
            TableDesk.Table(name: name.isEmpty ? "table" : name, bytes: bytes, kind: visit.field("kind"), wishes: $0)
        }
    }

    /// The kinds of office there are, and the places.
    private var tableKinds: [String] {
        gateway.flows.pack(nil).directory.kinds.sorted() + [DirectoryImport.regions]
    }

    private func refused(_ fault: TableDesk.Fault, _ visit: Visit) -> ConsoleAnswer {
        switch fault {
        case .sheet(let sentence): table(visit, [], objection: nil, sentence: sentence)
        case .findings(let findings):
            table(visit, findings.map { PackPage.Finding($0, visit.texts) }, objection: "tableUnfit")
        case .changed: table(visit, [], objection: "tableChanged")
        case .unwritable: table(visit, [], objection: "tableUnwritable")
        }
    }

    private func table(
        _ visit: Visit, _ findings: [PackPage.Finding], objection: String?, sentence: String? = nil,
        _ status: HTTPResponse.Status = .unprocessableContent
    ) -> ConsoleAnswer {
        let sentences = [objection.map { visit.texts[$0] }, sentence].compactMap(\.self)
        let objections = sentences.map { Frame.Objection(field: "table", sentence: $0) }
        let page = TablePage(
            frame: Frame("bringTable", visit, objections: objections),
            kinds: tableKinds.map {
                Choice(
                    value: $0, label: $0 == DirectoryImport.regions ? visit.texts["kindPlaces"] : $0,
                    isChosen: $0 == visit.field("kind"))
            },
            limit: visit.texts["tableLimit", gateway.parts.settings.console.table / 1_024], map: visit.field("map"),
            fill: visit.field("fill"), isReplacing: visit.field("replace") == "yes",
            isInvalid: !objections.isEmpty, findings: findings, hasFindings: !findings.isEmpty)
        return show(page, visit, status)
    }

    private func page(_ review: TableDesk.Review, of table: TableDesk.Table, _ visit: Visit) -> TableReviewPage {
        let (plan, texts) = (review.plan, visit.texts)
        let rows = plan.rows.filter(\.isRefused) + plan.rows.filter { !$0.isRefused && $0.change != .unchanged }
        let tally = TableTally(plan)
        let hidden =
            ["kind", "map", "fill", "replace"].map { ($0, visit.field($0)) } + [
                ("name", table.name), ("content", Data(table.bytes).base64EncodedString()), ("mark", review.mark),
            ]
        return TableReviewPage(
            frame: Frame("tableReview", visit), name: table.name, target: review.target,
            counts: texts["tableCounts", tally.new, tally.changed, tally.unchanged, plan.refused, tally.dropped],
            leftOut: plan.leftOut.map { "\($0.name): \($0.advice)" }, hasLeftOut: !plan.leftOut.isEmpty,
            faults: plan.faults.map(\.description), hasFaults: !plan.faults.isEmpty,
            lines: rows.prefix(Self.rowsShown).map { TableReviewPage.Line($0, texts) },
            more: more(of: rows.count, texts),
            gone: Array(plan.gone.prefix(Self.rowsShown)), hasGone: tally.dropped > 0,
            moreGone: more(of: plan.gone.count, texts),
            isReady: plan.faults.isEmpty && plan.changesFile,
            hidden: hidden.map { TableReviewPage.Hidden(name: $0.0, value: $0.1) })
    }

    /// How many are not shown of so many; nil where all are.
    private func more(of count: Int, _ texts: Texts) -> String? {
        count > Self.rowsShown ? texts["moreRows", count - Self.rowsShown] : nil
    }
}
