import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What is wrong with a request, as programs read it (RFC 9457).
struct APIProblem: Error, Hashable, Sendable {
    /// What can be wrong, in one word that never changes its meaning.
    enum Code: String, CaseIterable, Sendable {
        /// The request cannot be read.
        case malformed
        /// There is no token, or none that is good.
        case token
        /// The token's role does not go so far.
        case role
        /// The API is not reached from there.
        case place
        case missing
        /// The path has other methods.
        case method
        /// It was done before, or is over.
        case closed
        /// It is too long ago.
        case late
        /// Something happened meanwhile.
        case overtaken
        /// It cannot be done to her now.
        case refused
        /// It must be said which of several.
        case several
        case tooLong = "too-long"
        /// The body is of a type that is not read.
        case type
        /// A value cannot be what it is.
        case value
        /// The pack on disk has errors.
        case pack
        /// Too much was asked.
        case crowded
        case unavailable

        var status: HTTPResponse.Status {
            switch self {
            case .malformed: .badRequest
            case .token: .unauthorized
            case .role, .place: .forbidden
            case .missing: .notFound
            case .method: .methodNotAllowed
            case .closed, .late, .overtaken, .refused, .several: .conflict
            case .tooLong: .contentTooLarge
            case .type: .unsupportedMediaType
            case .value, .pack: .unprocessableContent
            case .crowded: .tooManyRequests
            case .unavailable: .serviceUnavailable
            }
        }
    }

    let code: Code
    /// What is wrong here, and how to mend it.
    let detail: String
    /// What the answer's headers say of it.
    var headers: [HTTPField.Name: String] = [:]

    init(_ code: Code, _ detail: String) {
        self.code = code
        self.detail = detail
    }
}

extension APIProblem {
    /// Nobody with a good token asks (RFC 6750, section 3).
    ///
    /// - Parameter isGiven: Whether there was a token.
    static func token(isGiven: Bool) -> APIProblem {
        var problem = APIProblem(
            .token,
            isGiven
                ? "this token is not known, was revoked, or its time is over"
                : "a token is needed: Authorization: Bearer wmk_…")
        problem.headers[.wwwAuthenticate] = "Bearer realm=\"waymark\"" + (isGiven ? ", error=\"invalid_token\"" : "")
        return problem
    }

    /// The token may not do this.
    static func role(_ word: String) -> APIProblem {
        var problem = APIProblem(.role, "the role of this token, '\(word)', does not include this")
        problem.headers[.wwwAuthenticate] = "Bearer realm=\"waymark\", error=\"insufficient_scope\""
        return problem
    }

    /// Too much was asked.
    static func crowded(seconds: Int64) -> APIProblem {
        var problem = APIProblem(.crowded, "too many requests: ask again in \(seconds) s")
        problem.headers[.retryAfter] = "\(seconds)"
        return problem
    }

    /// The path has other methods (RFC 9110, section 15.5.6).
    static func method(_ allowed: [String]) -> APIProblem {
        var problem = APIProblem(.method, "this path takes \(allowed.joined(separator: " and "))")
        problem.headers[.allow] = allowed.joined(separator: ", ")
        return problem
    }

    /// There is no room for the request's body.
    static var full: APIProblem {
        var problem = APIProblem(.unavailable, "too much is being read; try again in a moment")
        problem.headers[.retryAfter] = "1"
        return problem
    }

    static let missing = APIProblem(.missing, "there is nothing here; /api/v1/openapi.yaml says what there is")

    /// The problem as the server sends it.
    var response: Response {
        let body = Body(
            type: "about:blank", title: code.status.reasonPhrase, status: code.status.code, code: code.rawValue,
            detail: detail)
        var response = APIAnswer(body, status: code.status, type: "application/problem+json").response
        for (name, value) in headers { response.headers[name] = value }
        return response
    }

    private struct Body: Encodable {
        let type, title: String
        let status: Int
        let code, detail: String
    }
}
