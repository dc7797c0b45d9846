namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>Writes valid distributions, and values that they allow.</summary>
internal sealed class RandomDistribution(Dice dice, EnumDraft enumeration)
{
    private static readonly decimal[] Units = [1, 0.5m, 0.25m, 0.1m, 0.01m, 0.001m];

    public DistributionDraft Create(MemberType type, bool isNullable)
    {
        return !type.IsNumeric() || dice.Chance(0.25) ? CreateList(type, isNullable) : dice.Between(0, 9) switch
        {
            <= 4 => CreateUniform(type),
            <= 6 => CreateLogUniform(type),
            7 or 8 => CreateNormal(type),
            _ => CreateLogNormal(type),
        };
    }

    /// <summary>A value that the distribution can draw, and that the type can hold exactly.</summary>
    public object? Allowed(MemberType type, DistributionDraft draft)
    {
        if (draft.IsList)
        {
            return dice.Pick(draft.Values.Count > 0 ? draft.Values : Everything(type));
        }

        if (draft.IsBounded)
        {
            return draft.Low;
        }

        if (draft.Step is { } step)
        {
            int count = (int)Math.Round((draft.High!.Value - draft.Low!.Value) / step);
            return (double)((decimal)draft.Low.Value + (dice.Between(0, count) * (decimal)step));
        }

        return dice.Pick([draft.Low, draft.High]) ?? draft.Low ?? draft.High ?? (draft.Kind == "LogNormal" ? 1.0 : Math.Round(draft.Mean));
    }

    /// <summary>All values of a type that needs no list of them.</summary>
    public IReadOnlyList<object?> Everything(MemberType type) => type == MemberType.Boolean ? [false, true] : [.. enumeration.Values];

    private DistributionDraft CreateUniform(MemberType type)
    {
        if (type.IsInteger() && dice.Chance(0.05))
        {
            (double least, double most) = Limits(type);
            return new DistributionDraft { Kind = "Uniform", Low = least, High = most };
        }

        // A Half of this size has three binary digits behind the point.
        decimal unit = type.IsInteger() ? 1 : dice.Pick(type == MemberType.Half ? Units[..3] : Units);
        decimal low = unit * (type.IsUnsigned() ? dice.Between(0, 100) : dice.Between(-40, 40));
        int count = dice.Between(1, 60);
        int[] divisors = [.. Enumerable.Range(1, count).Where(part => count % part == 0)];
        return new DistributionDraft
        {
            Kind = "Uniform",
            Low = (double)low,
            High = (double)(low + (count * unit)),
            Step = dice.Chance(0.35) ? (double)(unit * dice.Pick(divisors)) : null,
        };
    }

    private DistributionDraft CreateLogUniform(MemberType type)
    {
        decimal low = type.IsInteger() ? dice.Between(1, 10) : dice.Pick([0.00001m, 0.001m, 0.1m, 1, 2.5m]);
        decimal ratio = type.IsTiny() ? dice.Pick([2m, 10]) : dice.Pick([3m, 10, 1000]);
        return new DistributionDraft { Kind = "LogUniform", Low = (double)low, High = (double)(low * ratio) };
    }

    private DistributionDraft CreateNormal(MemberType type)
    {
        decimal mean = type.IsUnsigned() ? 100 : type == MemberType.SByte ? 50 : dice.Pick(Units) * dice.Between(-40, 40);
        decimal reach = type.IsInteger() ? dice.Between(1, 50) : dice.Pick([0.1m, 1, 5]);
        bool isWhole = type.IsInteger();
        return new DistributionDraft
        {
            Kind = "Normal",
            Mean = (double)mean,
            StandardDeviation = dice.Pick([0.5, 1, 2.5]),
            Low = isWhole || dice.Chance(0.6) ? (double)(isWhole ? Math.Floor(mean - reach) : mean - reach) : null,
            High = isWhole || dice.Chance(0.6) ? (double)(isWhole ? Math.Ceiling(mean + reach) : mean + reach) : null,
        };
    }

    private DistributionDraft CreateLogNormal(MemberType type) => new()
    {
        Kind = "LogNormal",
        Mean = dice.Pick([-1.0, 0, 1]),
        StandardDeviation = dice.Pick([0.25, 0.5, 1]),
        Low = type.IsInteger() ? 1 : dice.Pick<double?>(null, 0.25, 0),
        High = type.IsInteger() ? 50 : dice.Pick<double?>(null, 4, 20),
    };

    private DistributionDraft CreateList(MemberType type, bool isNullable)
    {
        bool isOrdinal = dice.Chance(0.3);
        bool isWithoutList = (type is MemberType.Enum || (type is MemberType.Boolean && !isOrdinal)) && dice.Chance(0.6);
        var values = new List<object?>();
        if (!isWithoutList)
        {
            values.AddRange(type switch
            {
                MemberType.Boolean or MemberType.Enum => dice.PickSome(Everything(type), 3),
                MemberType.Char => dice.PickSome(OddText.Characters, 4),
                MemberType.String => dice.PickSome(OddText.Values, 4),
                _ => dice.PickSome([.. Enumerable.Range(type.IsUnsigned() ? 0 : -5, 20).Select(i => (object?)(double)(i * (type.IsInteger() ? 1 : dice.Pick(Units[..4]))))], 4).Distinct(),
            });
            if (isNullable && !isOrdinal)
            {
                values.Insert(dice.Between(0, values.Count), null);
            }
        }

        return new DistributionDraft
        {
            Kind = isOrdinal ? "Ordinal" : "Choice",
            Values = values,
            IsArray = values.Count > 0 && dice.Chance(0.1),
        };
    }

    /// <summary>The ends of an integer type, for long those of the numbers that a double holds exactly.</summary>
    private static (double Low, double High) Limits(MemberType type) => type switch
    {
        MemberType.Byte => (byte.MinValue, byte.MaxValue),
        MemberType.Int16 => (short.MinValue, short.MaxValue),
        MemberType.SByte => (sbyte.MinValue, sbyte.MaxValue),
        MemberType.UInt16 => (ushort.MinValue, ushort.MaxValue),
        MemberType.UInt32 => (uint.MinValue, uint.MaxValue),
        MemberType.UInt64 => (0, 9007199254740992),
        MemberType.Int32 => (int.MinValue, int.MaxValue),
        _ => (-9007199254740992, 9007199254740992),
    };
}
