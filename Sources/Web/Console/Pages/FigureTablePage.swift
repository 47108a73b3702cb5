import ContentFiles
import Gateway
import HTTPTypes
import Storage

/// A form that brings rows of figures into the rules.
struct FigureTablePage: ConsolePage {
    let frame: Frame
    let columns: String
    let limit: String
    let isInvalid: Bool
    let findings: [PackPage.Finding]
    let hasFindings: Bool

    static let template = """
        <p><a href="/console/rules">{{frame.t.allRules}}</a></p>
        <p>{{frame.t.tableHelp}}</p>
        <p>{{frame.t.figureTableHelp}} <code class="long">{{columns}}</code></p>
        \(TablePart.findings)
        <form method="post" action="/console/rules/import" enctype="multipart/form-data" class="sheet">
        <input type="hidden" name="form" value="{{frame.form}}">
        \(TablePart.file)
        <button>{{frame.t.tableCheck}}</button>
        </form>
        """
}

extension ConsoleHandlers {
    func figures(_ visit: Visit) -> ConsoleAnswer { figures(visit, .none, .ok) }

    /// Says what would become of each row of a table of figures that a visitor brings.
    func checkFigures(_ visit: Visit) async throws -> ConsoleAnswer {
        let file: BroughtFile
        do throws(BroughtFile.Objection) {
            file = try BroughtFile(of: visit, limit: tableLimit)
        } catch {
            return figures(visit, TableRefusal(error.rawValue, visit.texts))
        }
        try await note(.checkTable, visit, on: "rules")
        do throws(TableDesk.Fault) {
            return show(page(try gateway.publisher.figures.review(file.bytes, name: file.name), of: file, visit), visit)
        } catch {
            return figures(visit, TableRefusal(error, visit.texts))
        }
    }

    /// Takes a table of figures as it was shown.
    func takeFigures(_ visit: Visit) async throws -> ConsoleAnswer {
        guard let file = BroughtFile(within: visit, limit: tableLimit) else {
            return figures(visit, TableRefusal("tableMissing", visit.texts))
        }
        try await note(.takeTable, visit, on: "rules")
        do throws(TableDesk.Fault) {
            _ = try gateway.publisher.figures.take(file.bytes, name: file.name, as: visit.field("mark"))
        } catch {
            return figures(visit, TableRefusal(error, visit.texts))
        }
        return .go(ConsoleRoute.pack.path + "?done=figuresTaken")
    }

    private func figures(
        _ visit: Visit, _ refusal: TableRefusal, _ status: HTTPResponse.Status = .unprocessableContent
    ) -> ConsoleAnswer {
        let page = FigureTablePage(
            frame: Frame("bringFigures", visit, objections: refusal.objections),
            columns: FigureImport.columns.joined(separator: ", "),
            limit: visit.texts["tableLimit", tableLimit / 1_024], isInvalid: !refusal.sentences.isEmpty,
            findings: refusal.findings, hasFindings: !refusal.findings.isEmpty)
        return show(page, visit, status)
    }

    private func page(_ review: FigureDesk.Review, of file: BroughtFile, _ visit: Visit) -> TableReviewPage {
        let tally = ImportTally(review.plan.rows)
        let files = zip(review.targets, review.plan.files).map { target, file in
            TableReviewPage.File(path: target, added: file.lines, isShown: true)
        }
        return TableReviewPage(
            frame: Frame("tableReview", visit), place: ConsoleRoute.figures.path, name: file.name, files: files,
            counts: visit.texts["figureCounts", tally.new, tally.unchanged, tally.refused],
            rows: TableReviewPage.Rows(review.plan.rows, visit.texts), isReady: !files.isEmpty,
            take: visit.texts["takeFigures"], hidden: file.hidden(mark: review.mark))
    }
}
