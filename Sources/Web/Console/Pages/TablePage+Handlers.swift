import ContentFiles
import Conversation
import Directory
import Gateway
import HTTPTypes
import Storage

extension ConsoleHandlers {
    /// The largest table that staff may bring, in bytes.
    var tableLimit: Int { gateway.parts.settings.console.table }

    func table(_ visit: Visit) -> ConsoleAnswer { table(visit, .none, .ok) }

    /// Says what would become of each row of a table that a visitor brings.
    func checkTable(_ visit: Visit) async throws -> ConsoleAnswer {
        let file: BroughtFile
        do throws(BroughtFile.Objection) {
            file = try BroughtFile(of: visit, limit: tableLimit)
        } catch {
            return table(visit, TableRefusal(error.rawValue, visit.texts))
        }
        guard let brought = broughtTable(visit, file) else {
            return table(visit, TableRefusal("tableWish", visit.texts))
        }
        try await note(.checkTable, visit, on: "directory \(brought.kind)")
        do throws(TableDesk.Fault) {
            return show(page(try gateway.publisher.tables.review(brought), of: file, visit), visit)
        } catch {
            return table(visit, TableRefusal(error, visit.texts))
        }
    }

    /// Takes a table as it was shown.
    func takeTable(_ visit: Visit) async throws -> ConsoleAnswer {
        guard let file = BroughtFile(within: visit, limit: tableLimit), let brought = broughtTable(visit, file) else {
            return table(visit, TableRefusal("tableMissing", visit.texts))
        }
        try await note(.takeTable, visit, on: "directory \(brought.kind)")
        do throws(TableDesk.Fault) {
            _ = try gateway.publisher.tables.take(brought, as: visit.field("mark"))
        } catch {
            return table(visit, TableRefusal(error, visit.texts))
        }
        return .go(ConsoleRoute.pack.path + "?done=tableTaken")
    }

    /// The table with what the form says of it; nil where that is no kind or names no column.
    private func broughtTable(_ visit: Visit, _ file: BroughtFile) -> TableDesk.Table? {
        guard tableKinds.contains(visit.field("kind")) else { return nil }
        let lines = { (field: String) in
            visit.field(field).split(whereSeparator: \.isNewline).map(String.init).filter { !$0.isEmpty }
        }
        let wishes = try? DirectoryImport.Wishes(
            map: lines("map"), fill: lines("fill"), replaces: visit.field("replace") == "yes")
        return wishes.map {
            TableDesk.Table(name: file.name, bytes: file.bytes, kind: visit.field("kind"), wishes: $0)
        }
    }

    /// The kinds of office there are, and the places.
    private var tableKinds: [String] {
        gateway.flows.pack(nil).directory.kinds.sorted() + [DirectoryImport.regions]
    }

    private func table(
        _ visit: Visit, _ refusal: TableRefusal, _ status: HTTPResponse.Status = .unprocessableContent
    ) -> ConsoleAnswer {
        let page = TablePage(
            frame: Frame("bringTable", visit, objections: refusal.objections),
            kinds: tableKinds.map {
                Choice(
                    value: $0, label: $0 == DirectoryImport.regions ? visit.texts["kindPlaces"] : $0,
                    isChosen: $0 == visit.field("kind"))
            },
            limit: visit.texts["tableLimit", tableLimit / 1_024], map: visit.field("map"),
            fill: visit.field("fill"), isReplacing: visit.field("replace") == "yes",
            isInvalid: !refusal.sentences.isEmpty, findings: refusal.findings,
            hasFindings: !refusal.findings.isEmpty)
        return show(page, visit, status)
    }

    private func page(_ review: TableDesk.Review, of file: BroughtFile, _ visit: Visit) -> TableReviewPage {
        let (plan, texts) = (review.plan, visit.texts)
        let tally = ImportTally(plan.rows)
        let wishes = ["kind", "map", "fill", "replace"].map {
            TableReviewPage.Hidden(name: $0, value: visit.field($0))
        }
        return TableReviewPage(
            frame: Frame("tableReview", visit), place: ConsoleRoute.table.path, name: file.name,
            files: [TableReviewPage.File(path: review.target, added: [], isShown: false)],
            counts: texts["tableCounts", tally.new, tally.changed, tally.unchanged, tally.refused, plan.dropped],
            leftOut: plan.leftOut.map { "\($0.name): \($0.advice)" }, hasLeftOut: !plan.leftOut.isEmpty,
            faults: plan.faults.map(\.description), hasFaults: !plan.faults.isEmpty,
            rows: TableReviewPage.Rows(plan.rows, texts),
            gone: Array(plan.gone.prefix(TableReviewPage.Rows.most)), hasGone: plan.dropped > 0,
            moreGone: TableReviewPage.Rows.more(of: plan.gone.count, texts),
            isReady: plan.faults.isEmpty && plan.changesFile, take: texts["takeTable"],
            hidden: wishes + file.hidden(mark: review.mark))
    }
}
