namespace HyperTune.Tests;

/// <summary>A <see cref="GoldenSession{T}"/> of any config type.</summary>
internal interface IGoldenSession
{
    IReadOnlyList<string> Lines { get; }

    Task AdvanceAsync(int trials);

    void Reopen();

    void Run(int trials);
}
