import Gateway
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// A request to the API by a program that may make it.
struct APICall: Sendable {
    /// Characters of a key that a program gives a deed.
    private static let keyLength = 1...200

    /// Whose request it is.
    let token: TokenRow
    let query: APIQuery
    let body: APIBody
    /// Names the deed: asked for twice, it is done once.
    let key: String
    private let variables: [String: String]

    /// - Parameter bytes: The body.
    init(
        _ request: Request, _ context: GatewayContext, of token: TokenRow, at route: APIRoute, _ bytes: [UInt8]
    ) throws(APIProblem) {
        self.token = token
        let pairs = request.uri.queryParameters.map { (key: String($0.key), value: String($0.value)) }
        query = try APIQuery(pairs, known: route.parameters)
        guard bytes.isEmpty || Self.isJSON(request.headers[.contentType]) else {
            throw APIProblem(.type, "the body must be JSON: Content-Type: application/json")
        }
        body = try APIBody(bytes, known: route.fields)
        key = try Self.key(request.headers[.idempotencyKey])
        variables = Dictionary(context.parameters.map { (String($0.key), String($0.value)) }) { _, last in last }
    }

    /// A number that stands in the path.
    func number(_ name: String) throws(APIProblem) -> Int64 {
        guard let number = variables[name].flatMap({ Int64($0) }) else { throw .missing }
        return number
    }

    /// What the token's role may do.
    var rights: Set<Right> { token.role.rights }

    private static func key(_ given: String?) throws(APIProblem) -> String {
        guard let given else { return Secret.token() }
        guard keyLength.contains(given.count) else {
            throw APIProblem(
                .malformed, "Idempotency-Key must have 1 to \(keyLength.upperBound) characters")
        }
        return given
    }

    private static func isJSON(_ type: String?) -> Bool {
        type?.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace } == "application/json"
    }
}

extension HTTPField.Name {
    /// A name for a deed (draft-ietf-httpapi-idempotency-key-header).
    fileprivate static let idempotencyKey = HTTPField.Name("Idempotency-Key") ?? .ifMatch
}
