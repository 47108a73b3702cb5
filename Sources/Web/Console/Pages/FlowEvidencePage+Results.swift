import Expressions
import Gateway
import Hummingbird
import NIOCore
import Storage

extension ConsoleHandlers {
    /// Gives out what people answered in a flow, as a package that is sent while it is read.
    func giveResults(_ visit: Visit) async throws -> ConsoleAnswer {
        let (month, flow) = (visit.parameters["month"] ?? "", FlowQuestion.flow(visit))
        guard let days = gateway.evidence.days(of: month), let signIn = visit.signIn else {
            return fault(.missing, visit)
        }
        let query = ResultsQuery(
            flow: flow, from: days.lowerBound.iso, until: days.upperBound.iso, reason: visit.field("reason"),
            isStable: visit.field("stable") == "yes")
        do {
            let package = try await gateway.results.results(query, by: signIn.staff)
            return .download(ResponseBody(package), type: "application/zip", name: package.name)
        } catch let refusal as ResultsRefusal {
            return try await flowEvidence(visit, refusal: refusal)
        }
    }
}

extension ResponseBody {
    /// A package of results as it is written.
    init(_ package: ResultsPackage) {
        self.init { writer in
            try await package.write { try await writer.write(ByteBuffer(bytes: $0)) }
            try await writer.finish(nil)
        }
    }
}
