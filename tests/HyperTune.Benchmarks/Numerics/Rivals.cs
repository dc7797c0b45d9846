namespace HyperTune.Benchmarks;

/// <summary>A routine of ours beside the library's for the same job.</summary>
/// <param name="Job">What both do.</param>
/// <param name="Size">On how much.</param>
/// <param name="OurName">Our routine.</param>
/// <param name="Ours">One operation of ours.</param>
/// <param name="LibraryName">The library's routine.</param>
/// <param name="Library">One operation of the library's.</param>
internal sealed record Rivals(string Job, string Size, string OurName, Action Ours, string LibraryName, Action Library)
{
    /// <summary>What else to know of ours, for instance its error.</summary>
    public string OurNote { get; init; } = "-";

    /// <summary>What else to know of the library's.</summary>
    public string LibraryNote { get; init; } = "-";
}
