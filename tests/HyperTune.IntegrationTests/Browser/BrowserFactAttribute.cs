using System.Runtime.CompilerServices;

namespace HyperTune.IntegrationTests.Browser;

/// <summary>A test that takes a browser.</summary>
public sealed class BrowserFactAttribute : NeedyFactAttribute
{
    public BrowserFactAttribute([CallerMemberName] string test = "")
        : base(WebFactAttribute.Missing ?? (Chromium.Path is null ? "Chromium is missing: apt-get install chromium" : null), test)
    {
    }
}
