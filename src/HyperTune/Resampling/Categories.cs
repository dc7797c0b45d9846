using System.Runtime.InteropServices;

namespace HyperTune.Resampling;

/// <summary>Labels, or groups, as numbers in the order in which they first occur.</summary>
internal sealed class Categories
{
    private readonly string[] _names;

    private Categories(int[] numbers, string[] names, int[] sizes)
    {
        Numbers = numbers;
        _names = names;
        Sizes = sizes;
    }

    /// <summary>The number of each sample's category.</summary>
    public int[] Numbers { get; }

    /// <summary>How many samples each category has.</summary>
    public int[] Sizes { get; }

    public int Count => Sizes.Length;

    /// <summary>A category as its label says it, to be shown.</summary>
    public string NameOf(int number) => Text.Printable.Of(_names[number]);

    /// <param name="labels">The label of each sample.</param>
    /// <param name="name">The name of the argument.</param>
    /// <exception cref="ArgumentException">A label is <see langword="null"/>.</exception>
    public static Categories Of<T>(ReadOnlySpan<T> labels, string name)
        where T : notnull
    {
        var known = new Dictionary<T, int>();
        var names = new List<string>();
        var sizes = new List<int>();
        int[] numbers = new int[labels.Length];
        for (int sample = 0; sample < labels.Length; sample++)
        {
            if (labels[sample] is null)
            {
                throw new ArgumentException($"Sample {sample} has no label; each of them must have one.", name);
            }

            ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, labels[sample], out bool isKnown);
            if (!isKnown)
            {
                number = sizes.Count;
                sizes.Add(0);
                names.Add(FormattableString.Invariant($"{labels[sample]}"));
            }

            numbers[sample] = number;
            sizes[number]++;
        }

        return new Categories(numbers, [.. names], [.. sizes]);
    }

    /// <summary>The samples of each category, in ascending order.</summary>
    public int[][] Members()
    {
        int[][] members = [.. Sizes.Select(static size => new int[size])];
        var filled = new int[Count];
        for (int sample = 0; sample < Numbers.Length; sample++)
        {
            int category = Numbers[sample];
            members[category][filled[category]++] = sample;
        }

        return members;
    }
}
