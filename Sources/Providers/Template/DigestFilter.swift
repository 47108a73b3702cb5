import Crypto

/// Filters that make digests; their value is bytes.
package enum DigestFilter: Hashable, Sendable {
    case md5, sha1, sha256
    case hmac(Algorithm, key: Template)
    /// The fields of a form, sorted by name, as `name=value` joined by `&`.
    case sortedPairs(between: String, join: String, except: [String])

    /// The digests that `hmac` knows.
    package enum Algorithm: String, Hashable, Sendable, CaseIterable {
        case md5, sha1, sha256, sha512
    }

    static let makers: [String: Filter.Maker] = [
        "md5": (0...0, { _ in .digest(.md5) }),
        "sha1": (0...0, { _ in .digest(.sha1) }),
        "sha256": (0...0, { _ in .digest(.sha256) }),
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
                    .sortedPairs(between: try arguments.constant(1), join: try arguments.constant(0), except: excepted))
            }
        ),
    ]

    func apply(to value: Datum, in scope: Scope) throws(FieldFault) -> Datum {
        switch self {
        case .md5: .bytes(Array(Insecure.MD5.hash(data: value.bytes)))
        case .sha1: .bytes(Array(Insecure.SHA1.hash(data: value.bytes)))
        case .sha256: .bytes(Array(SHA256.hash(data: value.bytes)))
        case .hmac(let algorithm, let key):
            .bytes(algorithm.code(for: value.bytes, key: try key.value(in: scope).bytes))
        case .sortedPairs(let between, let join, let except): .text(value.sortedPairs(between, join, except))
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
        case .sha512: Array(HMAC<SHA512>.authenticationCode(for: bytes, using: key))
        }
    }
}

extension Datum {
    fileprivate func sortedPairs(_ between: String, _ join: String, _ except: [String]) -> String {
        guard case .object(let members) = self else { return "" }
        return members.filter { !except.contains($0.key) }
            .sorted { ($0.key, $0.value.text ?? "") < ($1.key, $1.value.text ?? "") }
            .map { $0.key + join + ($0.value.text ?? "") }
            .joined(separator: between)
    }
}
