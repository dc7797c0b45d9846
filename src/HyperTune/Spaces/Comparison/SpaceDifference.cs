using HyperTune.Text;

namespace HyperTune;

/// <summary>One difference between two versions of a search space.</summary>
/// <param name="Kind">In which way the parameter differs.</param>
/// <param name="Parameter">The parameter's name, a dotted path.</param>
/// <param name="Before">The distribution or the condition before, in words, or the property, where that was renamed; empty for an added parameter.</param>
/// <param name="After">The distribution or the condition now, in words, or the property, where that was renamed; empty for a removed parameter.</param>
public sealed record SpaceDifference(SpaceDifferenceKind Kind, string Parameter, string Before, string After)
{
    /// <summary>The difference in words, for instance <c>Units was narrowed: Uniform in [16, 256] in steps of 16 became ...</c>.</summary>
    public override string ToString() => Printable.Of(Kind switch
    {
        SpaceDifferenceKind.Added => $"{Parameter} was added: {After}.",
        SpaceDifferenceKind.Removed => $"{Parameter} was removed: {Before}.",
        SpaceDifferenceKind.Narrowed => $"{Parameter} was narrowed: {Before} became {After}.",
        SpaceDifferenceKind.Widened => $"{Parameter} was widened: {Before} became {After}.",
        SpaceDifferenceKind.ConditionChanged => $"{Parameter} has another condition: {Before} became {After}.",
        SpaceDifferenceKind.Renamed => $"{Parameter} is the same, but its property {Before} is now named {After}.",
        _ => $"{Parameter} was changed: {Before} became {After}.",
    });
}
