using System.Collections.Immutable;
using HyperTune.Spaces.Comparison;
using HyperTune.Text;

namespace HyperTune.Studies.Restored;

/// <summary>A search space without a config type whose conditions are known, so that new vectors can be drawn from it.</summary>
internal sealed class DrawableSpace : UntypedSpace
{
    private readonly string _fingerprint;

    /// <param name="name">A name in the place of the type's.</param>
    /// <param name="outline">What the storage keeps of the space; without a fingerprint where no config type declared it.</param>
    /// <exception cref="FormatException">A condition takes the config type to understand.</exception>
    public DrawableSpace(string name, SpaceOutline outline)
        : base(name)
    {
        _fingerprint = outline.Fingerprint;
        var parameters = ImmutableArray.CreateBuilder<Parameter>(outline.Parameters.Length);
        foreach (ParameterOutline parameter in outline.Parameters)
        {
            try
            {
                (ParameterBound? bound, ParameterCondition? condition) = ConditionReader.Read(parameter.Condition, parameters);
                parameters.Add(Create(parameter, parameters.Count, condition, bound));
            }
            catch (FormatException exception)
            {
                throw new FormatException($"When '{Printable.Of(parameter.Name)}' exists cannot be told: {Printable.Of(exception.Message)}");
            }
        }

        Initialize(parameters.ToImmutable(), isNested: true);
    }

    private protected override string ComputeFingerprint() => _fingerprint.Length > 0 ? _fingerprint : base.ComputeFingerprint();
}
