namespace AddUserToGroup.DeploymentTests.Packaging;

/// <summary>
/// The packages that the function has to consist of, all versions exact. It takes the place of a lock file, which would
/// be wrong on one of the two kinds of feed and, as .NET's own packages are listed there, with every other SDK.
/// </summary>
internal static class FunctionClosures
{
    private static readonly string[] OfTheSdk = ["AWSSDK.Core 4.1.0", "AWSSDK.Extensions.Numerics 4.1.0", "System.IO.Hashing 11.0.0"];

    public static IReadOnlyList<string> OfAmazonPackages { get; } =
    [
        "Amazon.Lambda.Core 3.2.0",
        "Amazon.Lambda.RuntimeSupport 2.1.2",
        "Amazon.Lambda.Serialization.SystemTextJson 3.0.0",
        "AWSSDK.CognitoIdentityProvider 4.0.9",
        .. OfTheSdk,
        // Of Amazon.Lambda.RuntimeSupport.
        "SnapshotRestore.Registry 1.0.2",
    ];

    public static IReadOnlyList<string> WithStandIns => OfTheSdk;
}
