namespace HyperTune.IntegrationTests.Browser;

/// <summary>Texts that would do harm in a page that takes them for markup, and others that upset its order of reading.</summary>
internal static class Hostile
{
    public const string Script = "</script><script>alert('choice')</script>";
    public const string Quotes = "\"'><img src=x onerror=alert('image')>";
    public const string RightToLeft = "\u202eשלום \U0001F600";
    public const string Study = "</title></script><script>alert('study')</script>\u202e\U0001F600 \"quoted\" & <b>bold</b>";
    public const string Worker = "<svg onload=alert('worker')>";
    public const string Failure = "</pre><iframe srcdoc='<script>alert(1)</script>'> {{7*7}} ${alert(1)}";
    public const string Note = "<a href=javascript:alert('note')>note</a>";
}
