namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>Writes valid search spaces.</summary>
/// <param name="dice">Decides.</param>
/// <param name="enumeration">The enum of the declaration.</param>
/// <param name="suffix">The end of all names of types outside others.</param>
internal sealed class RandomSpace(Dice dice, EnumDraft enumeration, string suffix)
{
    private static readonly (string Keyword, string Modifier)[] Kinds =
    [
        ("record", ""), ("record", "sealed"), ("class", ""), ("class", "sealed"), ("struct", ""), ("struct", "readonly"), ("record struct", ""), ("record struct", "readonly"),
    ];

    private const int MostDepth = 2;

    private readonly RandomMember _members = new(dice, enumeration);

    private readonly Names _typeNames = new(dice, [enumeration.Name]);

    /// <summary>The spaces that lie beside the first one rather than inside it.</summary>
    public List<SpaceDraft> Beside { get; } = [];

    public SpaceDraft Create(int depth)
    {
        if (dice.Chance(0.12))
        {
            return CreateUnion(depth);
        }

        (string keyword, string modifier) = dice.Pick(Kinds);
        var space = new SpaceDraft { Name = _typeNames.Type() + suffix, Keyword = keyword, Modifier = modifier };
        space.HasShownParameters = keyword == "class" && dice.Chance(0.1);
        space.HasTwoParts = dice.Chance(0.08);
        AddMembers(space, new Names(dice, [space.Name, enumeration.Name]), depth);
        return space;
    }

    private SpaceDraft CreateUnion(int depth)
    {
        var union = new SpaceDraft { Name = _typeNames.Type() + suffix, Keyword = dice.Chance(0.8) ? "record" : "class", Modifier = "abstract" };
        FillUnion(union, new Names(dice, [union.Name]), new Names(dice, [union.Name, enumeration.Name]), depth);
        return union;
    }

    private void FillUnion(SpaceDraft union, Names caseNames, Names memberNames, int depth)
    {
        if (dice.Chance(0.4))
        {
            AddMembers(union, memberNames, MostDepth, most: 1);
        }

        int count = dice.Between(1, 3);
        for (int i = 0; i < count; i++)
        {
            var inner = new SpaceDraft
            {
                Name = caseNames.Case(),
                Keyword = union.Keyword,
                Modifier = dice.Chance(0.15) && depth < MostDepth ? "abstract" : "sealed",
                IsMarked = false,
                IsPartial = dice.Chance(0.5),
                Base = union.Reference,
                Around = union,
                StableName = dice.Chance(0.1) ? $"{dice.Pick(OddText.StableNames)} {i} {depth}" : null,
            };
            union.Cases.Add(inner);
            if (inner.IsAbstract)
            {
                FillUnion(inner, caseNames, memberNames, depth + 1);
            }
            else if (dice.Chance(0.85))
            {
                AddMembers(inner, memberNames, depth + 1, most: 2);
            }
        }
    }

    private void AddMembers(SpaceDraft space, Names names, int depth, int most = 4)
    {
        bool isCaseLike = space.IsAbstract || !space.IsMarked;
        bool canBePositional = space.Keyword is "record" or "record struct" && !space.IsAbstract;
        int count = dice.Chance(0.001) ? 60 : dice.Between(1, dice.Chance(0.75) ? Math.Min(2, most) : most);
        int positional = canBePositional ? dice.Pick([0, count, dice.Between(0, count)]) : space.HasShownParameters ? count : 0;
        for (int i = 0; i < count; i++)
        {
            bool isPositional = i < positional;
            MemberDraft member = CreateMember(names.Member(), depth, space);
            if (dice.Chance(0.2))
            {
                _members.AddCondition(member, space.Members, isNameof: !isPositional && dice.Chance(0.7));
            }

            if (dice.Chance(0.3))
            {
                _members.AddBound(member, space.Members);
            }

            if (isPositional)
            {
                space.Positional.Add(member);
            }
            else
            {
                Shape(space, member, isCaseLike || depth > 0);
                space.Properties.Add(member);
            }
        }

        AddPositionalDefaults(space);
        AddConstraint(space);
        if (space.IsMarked && !isCaseLike && dice.Chance(0.1))
        {
            space.Extra.Add(space.IsStruct ? "public int Untuned { get; init; }" : "public int Untuned { get; init; } = 3;");
        }
    }

    private MemberDraft CreateMember(string name, int depth, SpaceDraft owner)
    {
        bool isList = dice.Chance(0.12);
        if (depth >= MostDepth || !dice.Chance(0.08))
        {
            return _members.CreateSimple(name, isList);
        }

        bool isInner = owner.IsMarked && !owner.IsAbstract && dice.Chance(0.2);
        SpaceDraft space = Create(depth + 1);
        if (isInner)
        {
            space.Around = owner;
            owner.Inner.Add(space);
        }
        else
        {
            Beside.Add(space);
        }

        return new MemberDraft { Name = name, Space = space, IsNullable = !isList && dice.Chance(0.3), Repeat = isList ? RandomMember.CreateRepeat(dice) : null, StableName = dice.Chance(0.1) ? $"{dice.Pick(OddText.StableNames)} {name}" : null };
    }

    /// <summary>Accessors, required and the initializer of a property.</summary>
    private void Shape(SpaceDraft space, MemberDraft member, bool isCaseLike)
    {
        bool isOpen = isCaseLike || dice.Chance(0.9);
        member.Accessibility = isOpen ? "public" : dice.Pick("internal", "private");
        bool mustInit = space.Modifier == "readonly";
        member.Accessors = mustInit || dice.Chance(0.5) ? "{ get; init; }" : member.Accessibility == "public" && !isCaseLike && dice.Chance(0.1) ? "{ get; private set; }" : "{ get; set; }";
        bool canInitialize = !space.IsStruct || (space.Keyword == "record struct" && space.Positional.Count > 0);
        bool isReference = member.Repeat is { } repeat ? !repeat.ListType.StartsWith("Immutable", StringComparison.Ordinal)
            : member.Composite?.IsReference == true || member is { Space.IsStruct: false, IsNullable: false } || (member is { Space: null, Composite: null, Type: MemberType.String, IsNullable: false });
        bool needsValue = isReference || member.Repeat is not null;
        bool canRequire = isOpen && !member.Accessors.Contains("private", StringComparison.Ordinal);
        if (canInitialize && (dice.Chance(0.5) || (needsValue && !canRequire)))
        {
            _members.Initialize(member);
        }

        member.IsRequired = canRequire && ((needsValue && member.Initializer is null) || dice.Chance(0.1));
    }

    // The language wants those with a default at the end, and constants only.
    private void AddPositionalDefaults(SpaceDraft space)
    {
        for (int i = space.Positional.Count - 1; i >= 0 && dice.Chance(0.5) && !space.HasShownParameters; i--)
        {
            MemberDraft member = space.Positional[i];
            if (!member.IsScalar || member.Type is MemberType.TimeSpan or MemberType.Half)
            {
                break;
            }

            _members.Initialize(member);
        }
    }

    private void AddConstraint(SpaceDraft space)
    {
        MemberDraft[] candidates = [.. space.Members.Where(static member => member is { IsScalar: true, IsNullable: false, When: null, Initializer: null, IsRequired: false, Accessibility: "public" }
            && member.Type.IsNumeric() && !member.Distribution!.IsList)];
        if (candidates.Length == 0 || space.IsAbstract || !dice.Chance(0.12))
        {
            return;
        }

        space.Constrained = dice.Pick(candidates);
        DistributionDraft distribution = space.Constrained.Distribution!;
        // The default is zero where the range holds it, else the middle, and of two values the upper one: it must hold.
        bool hasMiddle = distribution is { Kind: "Uniform", Step: null, Low: { } low, High: { } high } && (!space.Constrained.Type.IsInteger() || high - low > 4);
        space.ConstraintLimit = hasMiddle ? distribution.Low!.Value + (0.75 * (distribution.High!.Value - distribution.Low.Value)) : (distribution.High ?? 1e6);
        if (distribution is { Low: null or <= 0, High: null or >= 0 })
        {
            space.ConstraintLimit = Math.Max(space.ConstraintLimit, 0);
        }

        space.ConstraintLimit = space.Constrained.Type.Held(Math.Min(space.ConstraintLimit, space.Constrained.Type == MemberType.Half ? (double)Half.MaxValue : double.MaxValue));
    }
}
