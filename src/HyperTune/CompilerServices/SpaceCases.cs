using System.ComponentModel;

namespace HyperTune.CompilerServices;

/// <summary>Creates the parameters that select cases of conditional spaces. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SpaceCases
{
    /// <summary>
    /// The selector of a conditional space: a choice over the names of its cases, named like the space itself. In an optional part that is the name of the
    /// presence, so there the selector is the part's <c>Case</c>.
    /// </summary>
    /// <param name="scope">Where the conditional space lies.</param>
    /// <param name="index">The selector's index, counted from the scope's first parameter.</param>
    /// <param name="distribution">The choice over the cases.</param>
    public static ChoiceParameter<string> CreateSelector(SpaceScope scope, int index, ChoiceDistribution distribution) => new(
        scope.IsOptional ? scope.Name("Case") : scope.Prefix,
        scope.Index(index),
        distribution,
        scope.Default(index, 0),
        value => distribution.Labels[(int)value],
        value => distribution.Labels.IndexOf(value) is >= 0 and var found ? found : double.NaN,
        scope.Condition);
}
