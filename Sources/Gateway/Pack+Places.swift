import Conversation
import Directory
import Expressions

extension Pack {
    /// The code of the city that a person said she is in, or of the larger place that is known; nil where she said none.
    /// A place that is private is not counted.
    func city(of person: Person) -> String? {
        placesSaid(by: person).lazy.compactMap { self.directory.region(around: $0, upTo: .city)?.code }.first
    }

    /// The codes of the place that a person said she is in, and of those around it but the country; empty where she said
    /// none. A place that is private is not looked at.
    func places(of person: Person) -> [String] {
        let chain = placesSaid(by: person).lazy.compactMap { self.directory.chain(of: $0) }.first ?? []
        return chain.filter { directory.region($0)?.level != .country }
    }

    /// The codes she gave, in the order of the fields.
    private func placesSaid(by person: Person) -> [String] {
        let fields = personFields.filter { $0.value.type == .place && !$0.value.isPrivate }.keys.sorted()
        return fields.compactMap { field in
            if case .text(let code)? = person.fields[field] { code } else { nil }
        }
    }
}
