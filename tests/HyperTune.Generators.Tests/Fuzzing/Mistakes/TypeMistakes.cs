namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>Mistakes in the declarations of types.</summary>
internal static class TypeMistakes
{
    public static IEnumerable<Mistake> All { get; } =
    [
        On("HT1001", "type not partial", static space => space.IsMarked, static (space, _) => space.IsPartial = false),
        new("HT1002", "container not partial", static frame =>
        {
            if (frame.Containers.Count == 0)
            {
                return false;
            }

            int place = frame.Dice.Between(0, frame.Containers.Count - 1);
            frame.Containers[place] = (frame.Containers[place].Head.Replace("partial ", "", StringComparison.Ordinal), frame.Containers[place].Name);
            return true;
        }),
        OnRoot("HT1003", "generic type", static (root, _) => root is { IsAbstract: false, Constrained: null, Inner.Count: 0 }, static (root, frame) => root.TypeParameters = "<TAny>"),
        OnRoot("HT1003", "file type", static (root, frame) => frame.Containers.Count == 0 && root.Inner.Count == 0, static (root, _) => root.Accessibility = "file"),
        OnRoot("HT1003", "ref struct", static (root, _) => root.Keyword == "struct", static (root, _) => root.Modifier = (root.Modifier + " ref").Trim()),
        OnRoot("HT1003", "derived from a space", static (root, _) => root is { IsStruct: false, IsAbstract: false }, static (root, frame) =>
        {
            frame.Extra.Add($"[SearchSpace] public partial {root.Keyword} BaseSpace{frame.Suffix} {{ [Choice] public bool BaseFlag {{ get; init; }} }}");
            root.Base = "BaseSpace" + frame.Suffix;
        }),
        OnRoot("HT1007", "required member without a distribution", static (root, _) => !root.IsAbstract, static (root, frame)
            => root.Extra.Add($"public required int Missing {{ get; init; }}")),
        OnRoot("HT1007", "constructor that wants more", static (root, _) => root is { IsStruct: false, IsAbstract: false, Positional.Count: 0, HasShownParameters: false }, static (root, frame)
            => root.Extra.Add($"public {Names.Escape(root.Name)}(int seed) {{ }}")),
        OnRoot("HT1012", "space that contains itself", static (root, _) => root is { IsStruct: false, IsAbstract: false }, static (root, _)
            => root.Extra.Add($"public {Names.Escape(root.Name)} Self {{ get; set; }} = null!;")),
        OnRoot("HT1012", "space that contains itself in a list", static (root, _) => root is { IsStruct: false, IsAbstract: false }, static (root, _)
            => root.Extra.Add($"[Repeat(0, 2)] public {Names.Escape(root.Name)}[] Children {{ get; set; }} = [];")),
        new("HT1012", "space that contains itself through another", static frame =>
        {
            if (frame is not { Root: { IsStruct: false, IsAbstract: false }, Containers.Count: 0 } || frame.FindSpace(space => space is { IsMarked: true, IsStruct: false, IsAbstract: false } && space != frame.Root) is not { } other)
            {
                return false;
            }

            other.Extra.Add($"public {frame.Root.Reference} Back {{ get; set; }} = null!;");
            return true;
        }),
        On("HT3005", "open case", static space => space is { IsMarked: false, Modifier: "sealed" }, static (space, _) => space.Modifier = ""),
        On("HT3006", "abstract case without cases", static space => space.IsAbstract, static (space, _) => space.Extra.Add($"public abstract {space.Keyword} Hollow : {space.Reference} {{ }}")),
        On("HT1003", "generic case", static space => space.IsAbstract, static (space, _) => space.Extra.Add($"public sealed {space.Keyword} Generic<TAny> : {space.Reference} {{ }}")),
        new("HT3005", "case outside", static frame =>
        {
            if (frame.Containers.Count > 0 || frame.FindSpace(static space => space is { IsAbstract: true }) is not { } union)
            {
                return false;
            }

            frame.Extra.Add($"public sealed {union.Keyword} Outside{frame.Suffix} : {union.Reference} {{ }}");
            return true;
        }),
    ];

    private static Mistake On(string id, string name, Func<SpaceDraft, bool> predicate, Action<SpaceDraft, DeclarationFrame> change) => new(id, name, frame =>
    {
        if (frame.FindSpace(predicate) is not { } found)
        {
            return false;
        }

        change(found, frame);
        return true;
    });

    private static Mistake OnRoot(string id, string name, Func<SpaceDraft, DeclarationFrame, bool> predicate, Action<SpaceDraft, DeclarationFrame> change) => new(id, name, frame =>
    {
        if (!predicate(frame.Root, frame))
        {
            return false;
        }

        change(frame.Root, frame);
        return true;
    });
}
