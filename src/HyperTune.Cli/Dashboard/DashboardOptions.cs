using System.Net;

namespace HyperTune.Cli.Dashboard;

/// <summary>How a dashboard is served.</summary>
internal sealed record DashboardOptions
{
    /// <summary>The address to listen on.</summary>
    public required IPAddress Address { get; init; }

    /// <summary>The port; 0 for any that is free.</summary>
    public required int Port { get; init; }

    /// <summary>What a page has to know; <see langword="null"/> for nothing, on the loopback address only.</summary>
    public required string? Token { get; init; }

    /// <summary>Whether pages may look only.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether other machines cannot reach it.</summary>
    public bool IsLocal => IPAddress.IsLoopback(Address);
}
