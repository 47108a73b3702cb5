import Gateway
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// Bounds the bytes of all request bodies that are being read or worked on at one time, so that many large or slow ones
/// cannot take the memory that the conversations need.
///
/// What counts is what really came: a request takes its room piece by piece, and gives it back with its answer. Where
/// there is no room left, it gets 503 at once and may come again.
final class BodyBudget: RouterMiddleware {
    /// Seconds after which whoever was refused may ask again.
    private static let wait = 1

    private let limit: Int
    private let counters: Counters
    private let held = Mutex(0)

    /// - Parameter limit: In bytes.
    init(limit: Int, counters: Counters) {
        self.limit = limit
        self.counters = counters
    }

    func handle(
        _ request: Request, context: GatewayContext, next: (Request, GatewayContext) async throws -> Response
    ) async throws -> Response {
        guard request.hasBody else { return try await next(request, context) }
        let share = Share(self)
        defer { share.giveBack() }
        var counted = request
        counted.body = RequestBody(
            asyncSequence: request.body.map { piece in
                try share.take(piece.readableBytes)
                return piece
            })
        do {
            return try await next(counted, context)
        } catch is BodiesFull {
            counters.add(.crowded)
            return Response(
                status: .serviceUnavailable, headers: [.retryAfter: "\(Self.wait)"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: "too much is being read; try again in a moment\n")))
        }
    }

    /// What one request holds of the budget.
    private final class Share: Sendable {
        private let budget: BodyBudget
        private let taken = Mutex(0)

        init(_ budget: BodyBudget) {
            self.budget = budget
        }

        func take(_ count: Int) throws(BodiesFull) {
            let fits = budget.held.withLock { held in
                guard held + count <= budget.limit else { return false }
                held += count
                return true
            }
            guard fits else { throw BodiesFull() }
            taken.withLock { $0 += count }
        }

        func giveBack() {
            let count = taken.withLock { $0 }
            budget.held.withLock { $0 -= count }
        }
    }
}

/// There is no room for another request's body.
struct BodiesFull: Error {}

extension Request {
    /// Whether a body may follow (RFC 9112, section 6).
    fileprivate var hasBody: Bool { headers[.contentLength] != nil || headers[.transferEncoding] != nil }
}
