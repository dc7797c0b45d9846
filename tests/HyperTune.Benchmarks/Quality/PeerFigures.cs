using System.Text.Json;

namespace HyperTune.Benchmarks;

/// <summary>What other tuners reached on one problem, and what the prototypes of our strategies did.</summary>
/// <param name="Peers">Figures by the peer's name.</param>
/// <param name="Prototypes">Figures by the strategy's name.</param>
internal sealed record PeerFigures(IReadOnlyDictionary<string, PeerFigure> Peers, IReadOnlyDictionary<string, PeerFigure> Prototypes)
{
    private static readonly Lazy<IReadOnlyDictionary<string, PeerFigures>> Loaded = new(Load);

    /// <summary>The median regret of random search.</summary>
    public double Random => Peers["random"].Median;

    /// <summary>The peer with the smallest median regret.</summary>
    public KeyValuePair<string, PeerFigure> Best => Peers.MinBy(static peer => peer.Value.Median);

    /// <summary>Whether the peers ran the problem.</summary>
    public static bool Know(Problem problem) => Loaded.Value.ContainsKey(problem.Name);

    public static PeerFigures Of(Problem problem) => Loaded.Value[problem.Name];

    private static Dictionary<string, PeerFigures> Load()
    {
        using Stream stream = typeof(PeerFigures).Assembly.GetManifestResourceStream("peers.json")
            ?? throw new InvalidOperationException("The peers' figures are missing from the program.");
        return JsonSerializer.Deserialize<Dictionary<string, PeerFigures>>(stream, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException("The peers' figures are empty.");
    }
}
