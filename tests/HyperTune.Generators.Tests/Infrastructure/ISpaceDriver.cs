using System.Collections.Immutable;

namespace HyperTune.Generators.Tests;

/// <summary>A generated space, driven without knowing its config type at compile time.</summary>
internal interface ISpaceDriver
{
    SearchSpace Space { get; }

    object Default { get; }

    object Decode(double[] vector);

    double[] Encode(object config);

    object Sample(ref RandomStream random);

    ImmutableArray<ValidationError> Validate(object config);

    string ToJson(object config);

    object FromJson(string json);
}
