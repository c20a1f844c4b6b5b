/// What a member of a body does when the vote is called.
///
/// For every rule here `yes` helps most and `no` least; how an abstention and an absence compare depends on the
/// base that a share is taken of.
public enum Ballot: Int, Hashable, Sendable, CaseIterable {
    /// Votes against.
    case no
    /// Is present and votes neither way.
    case abstain
    /// Is not present.
    case absent
    /// Votes in favour.
    case yes
}
