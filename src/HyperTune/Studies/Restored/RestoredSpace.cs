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
    private readonly Lazy<double[]?> _default;

    /// <param name="name">A name in the place of the type's.</param>
    /// <param name="outline">What the storage keeps of the space; without a fingerprint where another program made it.</param>
    public RestoredSpace(string name, SpaceOutline outline)
        : base(name)
    {
        _outline = outline;
        _default = new Lazy<double[]?>(FindDefault);
        Initialize([.. outline.Parameters.Select(Restore)], isNested: IsOwn);
    }

    /// <summary>Whether the space was declared by a type; otherwise its parameters are those that were found in trials.</summary>
    public bool IsOwn => _outline.Fingerprint.Length > 0;

    /// <inheritdoc/>
    public override RestoredConfig Default => _default.Value is { } known ? Decode(known) : base.Default;

    /// <inheritdoc/>
    public override void SampleVector(ref RandomStream random, Span<double> vector)
    {
        // All that there is, as nobody knows what excludes what.
        vector[..DimensionCount].Clear();
        base.SampleVector(ref random, vector);
    }

    internal override bool IsDeclared => false;

    internal override bool HasDefault => _default.Value is not null;

    private protected override string ComputeFingerprint() => IsOwn ? _outline.Fingerprint : base.ComputeFingerprint();

    // What exists at the default point follows from the defaults of what comes before.
    private double[]? FindDefault()
    {
        if (_outline.Parameters.IsEmpty)
        {
            return null;
        }

        try
        {
            double[] vector = new double[_outline.Parameters.Length];
            foreach (Parameter parameter in new DrawableSpace(Name, _outline).Parameters)
            {
                vector[parameter.Index] = double.NaN;
                if (parameter.IsActive(vector))
                {
                    if (_outline.Parameters[parameter.Index].Default is not { } known || !parameter.Distribution.Contains(known))
                    {
                        return null;
                    }

                    vector[parameter.Index] = known;
                }
            }

            return vector;
        }
        catch (FormatException)
        {
            // A condition takes the config type to understand.
            return null;
        }
    }

    // Also one that exists in any case may have no value: trials of an earlier space do not have what was added since.
    private Parameter<double> Restore(ParameterOutline outline, int index)
    {
        string words = !IsOwn ? "a trial has it"
            : outline.Condition.Length == 0 ? Always
            : ConditionText.ToWords(outline.Condition);
        return Create(outline, index, ParameterCondition.WhereGiven(Create(outline, index), outline.Condition, words));
    }
}
