using System.Collections;
using System.Globalization;
using System.Reflection;

namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>
/// Holds drawn configs against the draft of their declaration, without the generated code: every value allowed, inactive members at their initializer,
/// every constraint met.
/// </summary>
internal static class SampleOracle
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    public static void Check(SpaceDraft space, object config)
    {
        Type type = config.GetType();
        if (space.IsAbstract)
        {
            CheckMembers(space, config, type);
            SpaceDraft inner = space.Cases.Single(candidate => IsOrContains(candidate, type));
            Check(inner, config);
            return;
        }

        Assert.Equal(space.Name, type.Name);
        CheckMembers(space, config, type);
        if (space.Constrained is not null)
        {
            Assert.True((bool)type.GetMethod("HoldsAtMost", Members)!.Invoke(null, [config])!, $"The constraint of {space.Name} does not hold for {config}.");
        }
    }

    private static bool IsOrContains(SpaceDraft space, Type type)
    {
        for (Type? current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == space.Name)
            {
                return true;
            }
        }

        return false;
    }

    private static void CheckMembers(SpaceDraft space, object config, Type type)
    {
        foreach (MemberDraft member in space.Members)
        {
            object? value = Read(member, config, type);
            if (IsActive(member, config, type))
            {
                CheckActive(member, value);
                if (member.NotAbove is { } other && IsActive(other, config, type))
                {
                    object? limit = Read(other, config, type);
                    Assert.True((double)MemberTypes.Plain(value)! <= (double)MemberTypes.Plain(limit)!, $"{member.Name} is {Text(value)}, which is above {other.Name}, {Text(limit)}.");
                }
            }
            else if (IsInitializerKept(member))
            {
                Assert.True(IsSame(value, member.InitialValue), $"{member.Name} is inactive and should keep {Text(member.InitialValue)}, but is {Text(value)}.");
            }
        }
    }

    private static object? Read(MemberDraft member, object config, Type type) => type.GetProperty(member.Name, Members)!.GetValue(config);

    private static bool IsActive(MemberDraft member, object config, Type type)
    {
        if (member.When is not { } when)
        {
            return true;
        }

        object? value = Read(when.Parent, config, type);
        return IsActive(when.Parent, config, type) && (when.Values.Count > 0
            ? when.Values.Any(allowed => IsSame(value, allowed))
            : MemberTypes.Plain(value) is double number && number >= Below(when.Low, when.Parent.Type) && number <= Above(when.High, when.Parent.Type));
    }

    // C# has no constants of Half, and whoever creates the config has to set a required member: nobody can know then what its initializer gives.
    private static bool IsInitializerKept(MemberDraft member) => member.HasKnownInitializer && !(member is { IsRequired: true, Type: MemberType.Half });

    private static void CheckActive(MemberDraft member, object? value)
    {
        if (member.Composite is { } composite)
        {
            Assert.True(composite.IsAllowed(value), $"{member.Name} is {Text(value)}, which [{composite.Attribute}] does not allow.");
            return;
        }

        if (member.Repeat is not { } repeat)
        {
            CheckOne(member, value);
            return;
        }

        object?[] elements = [.. ((IEnumerable)value!).Cast<object?>()];
        Assert.InRange(elements.Length, repeat.Minimum, repeat.Maximum);
        foreach (object? element in elements)
        {
            CheckOne(member, element);
        }
    }

    private static void CheckOne(MemberDraft member, object? value)
    {
        if (member.Space is { } space)
        {
            Assert.True(value is not null || member.IsOptional, $"{member.Name} is missing.");
            if (value is not null)
            {
                Check(space, value);
            }
        }
        else
        {
            Assert.True(IsAllowed(member, value), $"{member.Name} is {Text(value)}, which is not allowed.");
        }
    }

    private static bool IsAllowed(MemberDraft member, object? value)
    {
        DistributionDraft distribution = member.Distribution!;
        if (distribution.IsList)
        {
            return distribution.Values.Count == 0 ? value is not null : distribution.Values.Any(allowed => IsSame(value, allowed));
        }

        if (MemberTypes.Plain(value) is not double number || !(number >= Below(distribution.Low, member.Type) && number <= Above(distribution.High, member.Type)))
        {
            return false;
        }

        double steps = distribution.Step is { } step ? (number - distribution.Low!.Value) / step : 0;
        return Math.Abs(steps - Math.Round(steps)) < 1e-3;
    }

    // A float holds the bound itself only to its own precision.
    private static double Below(double? low, MemberType type) => low is not { } number ? double.NegativeInfinity : type.Held(number);

    private static double Above(double? high, MemberType type) => high is not { } number ? double.PositiveInfinity : type.Held(number);

    private static bool IsSame(object? value, object? draft) => (MemberTypes.Plain(value), draft) switch
    {
        (null, null) => true,
        (Enum member, EnumValue named) => member.Equals(Enum.Parse(member.GetType(), named.Name)),
        (double number, double expected) => Math.Abs(number - expected) <= (value is Half ? 1e-3 : 1e-6) * Math.Max(1, Math.Abs(expected)),
        (char character, char expected) => character == expected,
        (bool truth, bool expected) => truth == expected,
        (string text, string expected) => text == expected,
        _ => false,
    };

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null";
}
