"""What a release keeps of its checks: findings, scores, changes and doubts."""
