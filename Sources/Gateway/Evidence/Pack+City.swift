import Conversation
import Directory
import Expressions

extension Pack {
    /// The code of the city that a person said she is in, or of the larger place that is known; nil where she said none.
    /// A place that is private is not counted.
    func city(of person: Person) -> String? {
        let fields = personFields.filter { $0.value.type == .place && !$0.value.isPrivate }.keys.sorted()
        for field in fields {
            guard case .text(let code)? = person.fields[field],
                let region = directory.region(around: code, upTo: .city)
            else { continue }
            return region.code
        }
        return nil
    }
}
