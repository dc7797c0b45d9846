using System.Collections.Immutable;
using HyperTune.Text;

namespace HyperTune;

/// <summary>A hold-out was opened before, in this process or another one, so that a further score from it would be one more choice and no more a proof.</summary>
public sealed class HoldOutOpenedException : InvalidOperationException
{
    internal HoldOutOpenedException(string study, string name, ImmutableArray<HoldOutOpening> openings)
        : base($"The hold-out '{Printable.Of(name)}' of study '{Printable.Of(study)}' was opened before ({string.Join("; ", openings)}). Configs that are chosen after that by its "
            + "score are fitted to it, and a new one says no more how good they are on new data. Set new data aside under another name, or say again: true to open it all the same.")
        => Openings = openings;

    /// <summary>When and for what it was opened, the first opening first.</summary>
    public ImmutableArray<HoldOutOpening> Openings { get; }
}
