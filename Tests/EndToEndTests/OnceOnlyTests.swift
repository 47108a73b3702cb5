import HTTPClient
import Testing

/// Requests that may come once only, several copies of which come at once: none is acknowledged before one is kept.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct OnceOnlyTests {
    private static let copies = 8

    private let deployment: Deployment

    init() throws {
        // The database is held for as long as the copies need to come.
        deployment = try Deployment(settings: "store: { lock_wait: 600, wait: 600 }\n")
        try deployment.write(Self.adapter, to: "Config/providers/sealed.yaml")
        try deployment.write(Self.channels, to: "Config/channels.yaml")
    }

    @Test func `no copy is acknowledged when the first is not kept, and the next one is taken`() async throws {
        let gateway = try await RunningGateway.start(deployment, connections: 2 * Self.copies)
        let answers = try await bringCopies(to: gateway) { database in
            try database.refuse(writingTo: "transcript")
            try database.execute("COMMIT")
        }
        #expect(answers.map(\.status) == Array(repeating: 503, count: Self.copies))
        #expect(try await gateway.count("turns") == 0)
        try deployment.place.connect().take(writingTo: "transcript")
        #expect(try await bring(to: gateway).text == Self.question)
        #expect(try await gateway.count("turns") == 1)
    }

    @Test func `all copies have the answer of the one that is kept, and so has one that comes later`() async throws {
        let gateway = try await RunningGateway.start(deployment, connections: 2 * Self.copies)
        let answers = try await bringCopies(to: gateway) { try $0.execute("ROLLBACK") }
        #expect(answers.map(\.text) == Array(repeating: Self.question, count: Self.copies))
        #expect(try await bring(to: gateway).text == Self.question)
        #expect(try await gateway.count("turns") == 1)
        #expect(try await gateway.count("repeats") == Self.copies)
        #expect(try await bring(nonce: "n2", to: gateway).status == 200)
        #expect(try await gateway.count("turns") == 2)
    }

    /// Brings all copies while the database is held, and then lets it go.
    private func bringCopies(
        to gateway: RunningGateway, then release: (any Database) throws -> Void
    ) async throws -> [IncomingResponse] {
        let database = try deployment.place.connect()
        try database.hold()
        return try await withThrowingTaskGroup(of: IncomingResponse.self) { group in
            for _ in 0..<Self.copies { group.addTask { try await bring(to: gateway) } }
            // The gateway had time for all copies when it has answered as many others.
            for _ in 0..<Self.copies { _ = try await bring(nonce: "", to: gateway) }
            try release(database)
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    /// The same text each time, without an id, so that nothing but its nonce tells it from another.
    private func bring(nonce: String = "n1", to gateway: RunningGateway) async throws -> IncomingResponse {
        try await gateway.post("/in/sealed/receive?secret=s3cret", "from=%2B254766000011&text=TALLY&nonce=\(nonce)")
    }

    private static let question = "Sum 0. Next number? 999 ends."

    private static let adapter = """
        adapter: sealed
        kind: sms
        source: made for this test
        routes:
          receive:
            parse: form
            auth: { token: { value: "${query.secret}", equals: s3cret }, once: { value: "${.nonce}", within: 600 } }
            message: { from: "${.from | phone}", text: "${.text}" }
        answer:
          reply: { type: text/plain, body: "${reply.text}" }
          message: { type: text/plain, body: "" }
        """

    private static let channels = """
        channels:
          sealed:
            adapter: sealed
            address: "21512"
            country: KE
            reply: answer
            duplicate_window: 0s
        """
}
