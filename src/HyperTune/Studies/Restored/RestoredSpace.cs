using System.Collections.Immutable;
using HyperTune.Spaces.Comparison;

namespace HyperTune.Studies.Restored;

/// <summary>
/// A search space of which only what a storage keeps is known: names, distributions and the texts of conditions. A parameter exists where a vector has a value
/// of it, so that stored vectors can be read, but no new ones be made.
/// </summary>
internal sealed class RestoredSpace : UntypedSpace
{
    /// <summary>The words in the place of a condition where a parameter exists in every config.</summary>
    public const string Always = "always";

    private readonly SpaceOutline _outline;

    /// <param name="name">A name in the place of the type's.</param>
    /// <param name="outline">What the storage keeps of the space; without a fingerprint where another program made it.</param>
    public RestoredSpace(string name, SpaceOutline outline)
        : base(name)
    {
        _outline = outline;
        Initialize([.. outline.Parameters.Select(Restore)], isNested: IsOwn);
    }

    /// <summary>Whether the space was declared by a type; otherwise its parameters are those that were found in trials.</summary>
    public bool IsOwn => _outline.Fingerprint.Length > 0;

    /// <inheritdoc/>
    public override void SampleVector(ref RandomStream random, Span<double> vector)
    {
        // All that there is, as nobody knows what excludes what.
        vector[..DimensionCount].Clear();
        base.SampleVector(ref random, vector);
    }

    internal override bool IsDeclared => false;

    private protected override string ComputeFingerprint() => IsOwn ? _outline.Fingerprint : base.ComputeFingerprint();

    // Also one that exists in any case may have no value: trials of an earlier space do not have what was added since.
    private Parameter<double> Restore(ParameterOutline outline, int index)
    {
        string words = !IsOwn ? "a trial has it"
            : outline.Condition.Length == 0 ? Always
            : ConditionText.ToWords(outline.Condition);
        return Create(outline, index, ParameterCondition.WhereGiven(Create(outline, index), outline.Condition, words));
    }
}
