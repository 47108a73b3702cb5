import Crypto

/// Filters that make digests; their value is bytes.
package enum DigestFilter: Hashable, Sendable {
    case md5, sha1, sha256, sha512
    case hmac(Algorithm, key: Template)
    /// The fields of a form, sorted by name, as `name=value` joined by `&`.
    case sortedPairs(between: String, join: String, except: [String])
    /// The fields of a form, sorted by name, names and values one after another; equal ones once.
    case sortedForm
    /// A group of claims as a signed token (RFC 7519).
    case webToken(WebToken.Algorithm, key: Template)

    /// The digests that `hmac` knows.
    package enum Algorithm: String, Hashable, Sendable, CaseIterable {
        case md5, sha1, sha256, sha384, sha512
    }

    static let makers: [String: Filter.Maker] = [
        "md5": (0...0, { _ in .digest(.md5) }),
        "sha1": (0...0, { _ in .digest(.sha1) }),
        "sha256": (0...0, { _ in .digest(.sha256) }),
        "sha512": (0...0, { _ in .digest(.sha512) }),
        "sorted_form": (0...0, { _ in .digest(.sortedForm) }),
        "jwt": (
            2...2,
            { arguments throws(FilterFault) in
                guard let algorithm = WebToken.Algorithm(rawValue: try arguments.constant(0)) else {
                    throw .argument(
                        name: "jwt", expected: WebToken.Algorithm.allCases.map(\.rawValue).joined(separator: " or "))
                }
                return .digest(.webToken(algorithm, key: arguments.values[1]))
            }
        ),
        "hmac": (
            2...2,
            { arguments throws(FilterFault) in
                guard let algorithm = Algorithm(rawValue: try arguments.constant(0)) else {
                    throw .argument(
                        name: "hmac", expected: Algorithm.allCases.map(\.rawValue).joined(separator: " or "))
                }
                return .digest(.hmac(algorithm, key: arguments.values[1]))
            }
        ),
        "sorted_pairs": (
            2...6,
            { arguments throws(FilterFault) in
                var excepted: [String] = []
                for index in arguments.values.indices.dropFirst(2) { excepted.append(try arguments.constant(index)) }
                return .digest(
                    .sortedPairs(between: try arguments.constant(0), join: try arguments.constant(1), except: excepted))
            }
        ),
    ]

    func apply(to value: Datum, in scope: Scope) throws(FieldFault) -> Datum {
        switch self {
        // A digest of nothing would be an id that all have who lack the field.
        case .md5 where value == .null, .sha1 where value == .null, .sha256 where value == .null: .null
        case .sha512 where value == .null: .null
        case .md5: .bytes(Array(Insecure.MD5.hash(data: value.bytes)))
        case .sha1: .bytes(Array(Insecure.SHA1.hash(data: value.bytes)))
        case .sha256: .bytes(Array(SHA256.hash(data: value.bytes)))
        case .sha512: .bytes(Array(SHA512.hash(data: value.bytes)))
        case .sortedForm: .text(TwilioSignature.sortedFields(value.members))
        case .webToken(let algorithm, let key):
            .text(WebToken.signed(try scope.allowance.json(value), algorithm, key: try key.value(in: scope).bytes))
        case .hmac(let algorithm, let key):
            .bytes(algorithm.code(for: value.bytes, key: try key.value(in: scope).bytes))
        case .sortedPairs(let between, let join, let except): .text(value.sortedPairs(between, join, except))
        }
    }
}

extension Datum {
    /// The fields of a group; none of any other value.
    var members: [Member] { if case .object(let members) = self { members } else { [] } }
}

extension [Datum.Member] {
    /// By name and then value, compared as bytes.
    var sortedByBytes: [Datum.Member] {
        sorted { left, right in
            left.key == right.key
                ? (left.value.text ?? "").utf8.lexicographicallyPrecedes((right.value.text ?? "").utf8)
                : left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
        }
    }
}

extension DigestFilter.Algorithm {
    /// The keyed digest (RFC 2104).
    func code(for bytes: [UInt8], key: [UInt8]) -> [UInt8] {
        let key = SymmetricKey(data: key)
        return switch self {
        case .md5: Array(HMAC<Insecure.MD5>.authenticationCode(for: bytes, using: key))
        case .sha1: Array(HMAC<Insecure.SHA1>.authenticationCode(for: bytes, using: key))
        case .sha256: Array(HMAC<SHA256>.authenticationCode(for: bytes, using: key))
        case .sha384: Array(HMAC<SHA384>.authenticationCode(for: bytes, using: key))
        case .sha512: Array(HMAC<SHA512>.authenticationCode(for: bytes, using: key))
        }
    }
}

extension Datum {
    fileprivate func sortedPairs(_ between: String, _ join: String, _ except: [String]) -> String {
        members.filter { !except.contains($0.key) }
            .flatMap { member in member.value.elements.map { Member(member.key, $0) } }
            .sortedByBytes
            .map { $0.key + join + ($0.value.text ?? "") }
            .joined(separator: between)
    }
}
