namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>Writes valid tuned members.</summary>
internal sealed class RandomMember(Dice dice, EnumDraft enumeration)
{
    private static readonly MemberType[] Types = Enum.GetValues<MemberType>();

    private static readonly string[] ListTypes = ["{0}[]", "ImmutableArray<{0}>", "IReadOnlyList<{0}>", "List<{0}>", "IList<{0}>"];

    private readonly RandomDistribution _distributions = new(dice, enumeration);

    /// <summary>A member of a simple type, a list of such, or one that is made of several parameters.</summary>
    public MemberDraft CreateSimple(string name, bool isList)
    {
        if (!isList && dice.Chance(0.06))
        {
            return new MemberDraft { Name = name, Composite = CompositeDraft.Create(dice), StableName = dice.Chance(0.1) ? $"{dice.Pick(OddText.StableNames)} {name}" : null };
        }

        MemberType type = dice.Pick(Types);
        bool isNullable = dice.Chance(0.1);
        var member = new MemberDraft { Name = name, Type = type, IsNullable = isNullable, Distribution = _distributions.Create(type, isNullable) };
        if (dice.Chance(0.08))
        {
            member.Distribution.StableName = $"{dice.Pick(OddText.StableNames)} {name}";
        }

        if (isList)
        {
            member.Repeat = CreateRepeat(dice);
        }

        return member;
    }

    public static RepeatDraft CreateRepeat(Dice dice)
    {
        int minimum = dice.Between(0, 2);
        return new RepeatDraft(minimum, Math.Max(1, minimum + dice.Between(0, 2)), dice.Pick(ListTypes));
    }

    /// <summary>Makes a member exist for some values of an earlier one, where one of them can decide.</summary>
    public void AddCondition(MemberDraft member, IEnumerable<MemberDraft> earlier, bool isNameof)
    {
        MemberDraft[] parents = [.. earlier.Where(static candidate => candidate.IsScalar)];
        if (parents.Length == 0)
        {
            return;
        }

        MemberDraft parent = dice.Pick(parents);
        DistributionDraft distribution = parent.Distribution!;
        bool isContinuous = parent.Type.IsNumeric() && !parent.Type.IsInteger() && distribution is { IsList: false, Step: null };
        bool isRange = isContinuous || (parent.Type.IsNumeric() && !parent.IsNullable && (distribution is { IsList: false } || dice.Chance(0.5)));
        if (isRange)
        {
            double value = (double)_distributions.Allowed(parent.Type, distribution)!;
            // One end of the parameter's own range alone would be one exact value.
            bool isLowEnd = value == (distribution.Low ?? (distribution.Kind == "LogNormal" ? 0 : double.NegativeInfinity));
            bool hasLow = isContinuous ? value != distribution.High && (isLowEnd || dice.Chance(0.5)) : dice.Chance(0.5);
            member.When = new ConditionDraft { Parent = parent, Low = hasLow ? value : null, High = !hasLow || dice.Chance(0.3) ? value + (hasLow ? 1 : 0) : null, IsNameof = isNameof };
        }
        else
        {
            IReadOnlyList<object?> values = distribution.Values.Count > 0 ? distribution.Values
                : distribution.IsList ? _distributions.Everything(parent.Type)
                : [_distributions.Allowed(parent.Type, distribution)];
            member.When = new ConditionDraft { Parent = parent, Values = [.. dice.PickSome(values, 3)], IsNameof = isNameof };
        }
    }

    /// <summary>Makes the range of a member end at the value of an earlier one, where one of them has a fitting range.</summary>
    public void AddBound(MemberDraft member, IEnumerable<MemberDraft> earlier)
    {
        if (member is not { IsScalar: true, Distribution: { Kind: "Uniform" or "LogUniform" } distribution } || !member.Type.IsNumeric())
        {
            return;
        }

        MemberDraft[] others = [.. earlier.Where(other => other.IsScalar && other.Type == member.Type && !other.Distribution!.IsList && other.Distribution.Low >= distribution.Low)];
        if (others.Length > 0)
        {
            member.NotAbove = dice.Pick(others);
            distribution.IsBounded = true;
        }
    }

    /// <summary>An expression that gives the member a value which it can have.</summary>
    private string Expression(MemberDraft member, SpaceDraft? owner)
    {
        if (owner?.Constrained == member)
        {
            // The low end holds every constraint.
            return member.Type.Literal(member.Distribution!.Low ?? (member.Distribution.Kind == "LogNormal" ? 1 : member.Distribution.Mean), enumeration);
        }

        if (member.Repeat is { } repeat)
        {
            return $"[{string.Join(", ", Enumerable.Range(0, dice.Between(repeat.Minimum, repeat.Maximum)).Select(_ => One(member)))}]";
        }

        return One(member);
    }

    /// <summary>Gives the member an initializer.</summary>
    public void Initialize(MemberDraft member)
    {
        if (member.IsScalar)
        {
            member.InitialValue = _distributions.Allowed(member.Type, member.Distribution!);
            member.HasKnownInitializer = true;
            member.Initializer = member.Type.Literal(member.InitialValue, enumeration);
        }
        else
        {
            member.Initializer = Expression(member, owner: null);
        }
    }

    private string One(MemberDraft member)
        => member.IsOptional && dice.Chance(0.4) ? "null"
            : member.Composite is { } composite ? composite.Expression(dice)
            : member.Space is { } space ? Creation(space) : member.Type.Literal(_distributions.Allowed(member.Type, member.Distribution!), enumeration);

    private string Creation(SpaceDraft space)
    {
        if (space.IsAbstract)
        {
            return Creation(dice.Pick(space.Cases));
        }

        string arguments = string.Join(", ", space.Positional.Select(member => Expression(member, space)));
        string settings = string.Join(", ", space.Properties.Concat(AroundProperties(space)).Where(static member => member.IsRequired || member.Initializer is null)
            .Select(member => $"{Names.Escape(member.Name)} = {Expression(member, space)}"));
        return $"new {space.Reference}({arguments})" + (settings.Length == 0 ? "" : $" {{ {settings} }}");
    }

    private static IEnumerable<MemberDraft> AroundProperties(SpaceDraft space)
        => space.Base is not null && space.Around is { } around ? around.Properties.Concat(AroundProperties(around)) : [];
}
