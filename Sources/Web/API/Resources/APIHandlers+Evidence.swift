import Conversation
import Evidence
import Gateway

/// What people need, counted, as programs read it. A count that is not there is too small to tell.
extension APIHandlers {
    /// What is told of a month.
    func evidence(_ call: APICall) async throws -> APIAnswer {
        let (desk, month) = (gateway.evidence, try month(call))
        return APIAnswer(
            EvidenceJSON(
                month: month, months: desk.months, least: desk.least,
                counts: try await desk.report(of: month).tables.flatMap(CountJSON.list),
                course: try await desk.course().map(CourseJSON.list) ?? []))
    }

    /// How far people came in a flow.
    func flowEvidence(_ call: APICall) async throws -> APIAnswer {
        let (desk, month) = (gateway.evidence, try month(call))
        let flows = gateway.parts.library.machine.packs.current.toldFlows
        guard let flow = try call.query.word("flow", of: flows) else {
            throw APIProblem(.malformed, "'flow' must be one of \(flows.joined(separator: ", "))")
        }
        let figures = try await desk.figures(of: flow, in: month)
        return APIAnswer(
            FlowJSON(
                month: month, flow: flow, flows: flows, least: desk.least,
                counts: (figures?.list ?? []).map { figure in
                    FigureJSON(
                        step: figure.step, kind: figure.kind == .wentOn ? "wentOn" : figure.kind.rawValue,
                        value: figure.value.isEmpty ? nil : figure.value, conversations: figure.count)
                }))
    }

    /// What became of messages, and what they cost.
    func messageEvidence(_ call: APICall) async throws -> APIAnswer {
        let (desk, month) = (gateway.evidence, try month(call))
        let report = try await desk.messages(in: month)
        return APIAnswer(
            MessagesJSON(
                month: month, least: desk.least, counts: report.map { FateJSON.list($0.fates) } ?? [],
                charges: report.map { zip($0.fates.rows, $0.charges).map(ChargeJSON.init) } ?? []))
    }

    /// The month that is asked for; the last one that is over where none is named.
    private func month(_ call: APICall) throws(APIProblem) -> String {
        let months = gateway.evidence.months
        return try call.query.word("month", of: months) ?? months[0]
    }

    private struct EvidenceJSON: Encodable {
        let month: String
        let months: [String]
        let least: Int
        let counts: [CountJSON]
        let course: [CourseJSON]
    }

    /// How many conversations ended that had two things in common.
    private struct CountJSON: Encodable {
        let flow, place, language, outcome: String?
        let conversations: Int?

        static func list(_ table: EvidenceReport.Table) -> [CountJSON] {
            table.counts.rows.enumerated().flatMap { row, first in
                table.counts.columns.enumerated().map { column, second in
                    func value(_ aspect: Aspect) -> String? {
                        aspect == table.rows ? first : aspect == table.columns ? second : nil
                    }
                    return CountJSON(
                        flow: value(.flow), place: value(.place), language: value(.language), outcome: value(.outcome),
                        conversations: table.counts.count(row, column))
                }
            }
        }
    }

    /// How many conversations ended in a flow in a month.
    private struct CourseJSON: Encodable {
        let month, flow: String
        let conversations: Int?

        static func list(_ told: ToldTable) -> [CourseJSON] {
            told.rows.enumerated().flatMap { row, flow in
                told.columns.enumerated().map { column, month in
                    CourseJSON(month: month, flow: flow, conversations: told.count(row, column))
                }
            }
        }
    }

    private struct FlowJSON: Encodable {
        let month, flow: String
        let flows: [String]
        let least: Int
        let counts: [FigureJSON]
    }

    private struct FigureJSON: Encodable {
        let step, kind: String
        let value: String?
        let conversations: Int?
    }

    private struct MessagesJSON: Encodable {
        let month: String
        let least: Int
        let counts: [FateJSON]
        let charges: [ChargeJSON]
    }

    private struct FateJSON: Encodable {
        let channel, state: String
        let messages: Int?

        static func list(_ told: ToldTable) -> [FateJSON] {
            told.rows.enumerated().flatMap { row, channel in
                told.columns.enumerated().map { column, state in
                    FateJSON(channel: channel, state: state, messages: told.count(row, column))
                }
            }
        }
    }

    private struct ChargeJSON: Encodable {
        let channel: String
        let segments: Int?
        /// In hundredths, by currency.
        let cost: [String: Int]

        init(_ channel: String, _ charge: MessageReport.Charge) {
            self.channel = channel
            segments = charge.segments
            cost = charge.cost
        }
    }
}
