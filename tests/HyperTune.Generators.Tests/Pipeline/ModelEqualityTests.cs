using System.Collections;
using System.Reflection;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;

namespace HyperTune.Generators.Tests;

/// <summary>Models are equal exactly when what is emitted from them is.</summary>
public sealed class ModelEqualityTests
{
    private const string Source = """
        using HyperTune;
        public partial class Outer
        {
            [SearchSpace] public partial record Config([Uniform(0, 1)] double A, [Choice("a", "b", Name = "b")] string B = "a")
            {
                /// <summary>Inner.</summary>
                public Inner Inner { get; init; } = new Inner.Small(2);
            }

            [SearchSpace] public abstract partial record Inner
            {
                [Choice] public bool Flag { get; init; }
                [When(nameof(Flag), true), Uniform(0, 1)] public double X { get; init; }
                [When(nameof(X), Low = 0.5, High = 0.7), Uniform(0, 1)] public double Y { get; init; }
                [Repeat(1, 3), Choice(1, 2)] public int[] List { get; init; } = [1];
                public sealed record Small([Uniform(1, 3)] int N) : Inner { [Constraint] private static bool Holds(Small s) => s.N > 0; }
                public sealed record Large([Uniform(0, 3)] double Z = 0.5) : Inner;
            }
        }
        """;

    [Fact]
    public void Models_of_the_same_source_are_equal()
    {
        SpaceModel first = Parse(Source), second = Parse(Source.Replace("    ", "\t", StringComparison.Ordinal) + "\n// end");
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }

    [Fact]
    public void Model_of_a_parent_does_not_see_inside_a_nested_space()
        => Assert.Equal(Parse(Source), Parse(Source.Replace("Uniform(1, 3)", "Uniform(1, 9)", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Config")]
    [InlineData("Inner")]
    public void Model_differs_when_any_property_in_it_does(string name)
    {
        SpaceModel model = Parse(Source, name);
        List<(string Path, object Changed)> changes = [.. Mutations(model, nameof(SpaceModel))];
        Assert.True(changes.Count > 40, $"Only {changes.Count} properties were reached.");
        Assert.All(changes, change => Assert.False(model.Equals(change.Changed), $"A change of {change.Path} is not seen."));
    }

    private static SpaceModel Parse(string source, string name = "Config")
        => GeneratorRun.Of(source).Result.TrackedSteps[TrackingNames.Spaces]
            .SelectMany(static step => step.Outputs)
            .Select(static output => (SpaceModel)output.Value)
            .First(model => model.Root.DisplayName == name);

    // Copies of a model with one property changed, at every depth.
    private static IEnumerable<(string Path, object Changed)> Mutations(object model, string path)
    {
        foreach (PropertyInfo property in model.GetType().GetProperties().Where(static property => property.CanWrite))
        {
            foreach (object? value in OtherValues(property.GetValue(model), property.PropertyType, $"{path}.{property.Name}"))
            {
                object copy = model.GetType().GetMethod("<Clone>$")!.Invoke(model, null)!;
                property.SetValue(copy, value);
                yield return ($"{path}.{property.Name}", copy);
            }
        }
    }

    private static IEnumerable<object?> OtherValues(object? value, Type type, string path)
    {
        switch (value)
        {
            case null when type != typeof(string):
                // Of another model: seen where it is not null.
                return [];
            case null or string:
                return [value + "x"];
            case bool flag:
                return [!flag];
            case int number:
                return [number + 1];
            case NumberBits number:
                return [NumberBits.Of(number.Value + 1), NumberBits.Of(-number.Value)];
            case ConstantValue constant:
                return new[] { ConstantValue.Of("x"), ConstantValue.Of(ValueKind.Double, 0.0), ConstantValue.Of(ValueKind.Double, -0.0) }.Where(other => other != constant).Cast<object>();
            case Enum:
                return [Enum.GetValues(type).Cast<object>().First(other => !other.Equals(value))];
            case IEnumerable items:
                return OtherLists([.. items.Cast<object>()], type, path);
            default:
                return Mutations(value, path).Select(static change => change.Changed);
        }
    }

    private static IEnumerable<object> OtherLists(object[] items, Type type, string path)
    {
        Type itemType = type.GetGenericArguments()[0];
        if (items.Length == 0)
        {
            yield break;
        }

        yield return Create(itemType, items[1..]);
        for (int i = 0; i < items.Length; i++)
        {
            foreach (object? other in OtherValues(items[i], items[i].GetType(), $"{path}[{i}]"))
            {
                yield return Create(itemType, [.. items[..i], other!, .. items[(i + 1)..]]);
            }
        }
    }

    private static object Create(Type itemType, object[] items)
    {
        var typed = Array.CreateInstance(itemType, items.Length);
        items.CopyTo(typed, 0);
        return typeof(EquatableArrayExtensions).GetMethod(nameof(EquatableArrayExtensions.ToEquatableArray))!.MakeGenericMethod(itemType).Invoke(null, [typed])!;
    }
}
