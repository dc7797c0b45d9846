using System.Runtime.CompilerServices;
using HyperTune.Views.Pages;

namespace HyperTune.IntegrationTests.Browser;

/// <summary>A test that takes the script of the pages.</summary>
public sealed class WebFactAttribute : NeedyFactAttribute
{
    /// <summary>What is missing; <see langword="null"/> where it is there.</summary>
    internal static string? Missing => WebPart.IsBuiltIn ? null : "The pages' script is missing: install Node and npm, and build again";

    public WebFactAttribute([CallerMemberName] string test = "")
        : base(Missing, test)
    {
    }
}
